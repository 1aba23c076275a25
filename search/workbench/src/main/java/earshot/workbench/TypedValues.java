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
 *
 * <p>Classes instead of lambdas: Java 17 ends with a crash where it is to keep lambdas of
 * interfaces as old as picocli's for the next start (see {@code bin/earshot-prepare}).
 */
final class TypedValues {
  private TypedValues() {}

  /** Teaches a command and its subcommands. */
  static void teach(CommandLine line) {
    line.registerConverter(LocalDate.class, new Dates());
    line.registerConverter(URI.class, new Addresses());
    line.registerConverter(int.class, new WholeNumbers());
    line.registerConverter(Integer.class, new WholeNumbers());
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

  private record Dates() implements ITypeConverter<LocalDate> {
    @Override
    public LocalDate convert(String typed) {
      try {
        return LocalDate.parse(typed);
      } catch (DateTimeParseException e) {
        throw new TypeConversionException("takes a date such as 2026-10-01, not '" + typed + "'");
      }
    }
  }

  private record Addresses() implements ITypeConverter<URI> {
    @Override
    public URI convert(String typed) {
      try {
        return new URI(typed);
      } catch (URISyntaxException e) {
        throw new TypeConversionException(
            "takes an address such as https://quality.example.org, not '" + typed + "'");
      }
    }
  }

  private record WholeNumbers() implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String typed) {
      try {
        return Integer.parseInt(typed);
      } catch (NumberFormatException e) {
        throw new TypeConversionException("takes a whole number, not '" + typed + "'");
      }
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
