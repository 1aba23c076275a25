package earshot.workbench;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads the values of options, of every command alike: what cannot be read is said in the words of
 * who types, without names of Java types.
 */
final class TypedValues {
  private TypedValues() {}

  /** Teaches a command and its subcommands. */
  static void teach(CommandLine line) {
    line.registerConverter(LocalDate.class, TypedValues::date);
    line.registerConverter(URI.class, TypedValues::address);
    line.registerConverter(int.class, TypedValues::wholeNumber);
    line.registerConverter(Integer.class, TypedValues::wholeNumber);
    names(line, line);
  }

  private static void names(CommandLine command, CommandLine line) {
    for (ArgSpec argument : command.getCommandSpec().args()) {
      for (Class<?> type : argument.auxiliaryTypes()) {
        if (type.isEnum()) {
          register(line, type);
        }
      }
    }
    command.getSubcommands().values().forEach(sub -> names(sub, line));
  }

  private static <T> void register(CommandLine line, Class<T> type) {
    line.registerConverter(type, new Names<>(type));
  }

  private static LocalDate date(String typed) {
    try {
      return LocalDate.parse(typed);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("takes a date such as 2026-10-01, not '" + typed + "'");
    }
  }

  private static URI address(String typed) {
    try {
      return new URI(typed);
    } catch (URISyntaxException e) {
      throw new TypeConversionException(
          "takes an address such as https://quality.example.org, not '" + typed + "'");
    }
  }

  private static int wholeNumber(String typed) {
    try {
      return Integer.parseInt(typed);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("takes a whole number, not '" + typed + "'");
    }
  }

  /** One of a few names, those that help shows; case does not count. */
  private record Names<T>(Class<T> type) implements ITypeConverter<T> {
    @Override
    public T convert(String typed) {
      Optional<T> named =
          Arrays.stream(type.getEnumConstants())
              .filter(constant -> constant.toString().equalsIgnoreCase(typed))
              .findFirst();
      return named.orElseThrow(
          () -> new TypeConversionException("takes one of " + written() + ", not '" + typed + "'"));
    }

    private String written() {
      return Arrays.stream(type.getEnumConstants())
          .map(Object::toString)
          .collect(Collectors.joining(", "));
    }
  }
}
