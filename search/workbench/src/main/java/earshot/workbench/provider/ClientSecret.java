package earshot.workbench.provider;

/** What proves to the provider that it talks to this workbench. Never shows in a log. */
public final class ClientSecret {
  private final String value;

  /**
   * @throws IllegalArgumentException when it is empty or has line breaks
   */
  public ClientSecret(String value) {
    if (value.isBlank() || value.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("the client secret must be one line of text");
    }
    this.value = value;
  }

  String value() {
    return value;
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
