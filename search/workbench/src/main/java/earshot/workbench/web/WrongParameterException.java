package earshot.workbench.web;

import io.javalin.http.BadRequestResponse;
import org.jspecify.annotations.Nullable;

/** A parameter of an address that cannot be read; programs are told which, and what it takes. */
public final class WrongParameterException extends BadRequestResponse {
  private static final long serialVersionUID = 1L;

  private final String parameter;
  private final String hint;

  /**
   * @param problem what the parameter takes, and what was given
   * @param hint how it is written
   */
  public WrongParameterException(String parameter, @Nullable String problem, String hint) {
    super(String.valueOf(problem));
    this.parameter = parameter;
    this.hint = hint;
  }

  String parameter() {
    return parameter;
  }

  String hint() {
    return hint;
  }
}
