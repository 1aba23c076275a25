package earshot.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/**
 * Puts into words why a file cannot be used. The exceptions of {@link Files} have no more than the
 * file's name as their message.
 */
public final class FileTrouble {
  private FileTrouble() {}

  /** The file, where the error names one, and the reason: for a line of its own. */
  public static String words(IOException error) {
    return error instanceof FileSystemException trouble && trouble.getFile() != null
        ? trouble.getFile() + ": " + reason(error)
        : reason(error);
  }

  /** The same of an error that was carried through a stream. */
  public static String words(UncheckedIOException error) {
    return words(Objects.requireNonNull(error.getCause()));
  }

  /** The reason alone: to follow a sentence that names the file. */
  public static String reason(IOException error) {
    if (error instanceof AccessDeniedException) {
      return "permission denied";
    } else if (error instanceof NoSuchFileException) {
      return "there is no such file or folder";
    } else if (error instanceof NotDirectoryException) {
      return "it is a file, not a folder";
    } else if (error instanceof FileAlreadyExistsException exists) {
      return file(exists) ? "it is a file, not a folder" : "it exists already";
    } else if (error instanceof DirectoryNotEmptyException) {
      return "the folder is not empty";
    } else if (error instanceof FileSystemLoopException) {
      return "the folder contains itself by a link";
    } else if (error instanceof FileSystemException trouble && trouble.getReason() != null) {
      return system(trouble.getReason());
    }
    String message = error.getMessage();
    return message == null || message.isBlank() ? error.getClass().getSimpleName() : message;
  }

  private static boolean file(FileAlreadyExistsException exists) {
    try {
      return Files.isRegularFile(Path.of(exists.getFile()));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** The operating system's own words, where they need others. */
  private static String system(String reason) {
    return switch (reason.toLowerCase(Locale.ROOT)) {
      case "read-only file system" -> "the file system is read-only";
      case "not a directory" -> "a part of the path is a file, not a folder";
      case "is a directory" -> "it is a folder, not a file";
      case "no space left on device" -> "the disk is full";
      default -> reason;
    };
  }
}
