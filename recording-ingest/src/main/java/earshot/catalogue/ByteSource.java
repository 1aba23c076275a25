package earshot.catalogue;

import java.io.IOException;
import java.io.InputStream;

/** Opens a file for reading, wherever it lies. */
@FunctionalInterface
public interface ByteSource {
  InputStream open() throws IOException;
}
