package earshot.table.parquet;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Zstandard pages by way of zstd-jni. Parquet's own factory asks Hadoop for its codecs, and most of
 * Hadoop is not on the class path.
 *
 * <p>Thread-safe; holds no state.
 */
final class ZstdCodecs implements CompressionCodecFactory {
  /**
   * Zstandard's own default: smaller than snappy's output at a speed that the disk does not see.
   */
  private static final int LEVEL = 3;

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName name) {
    requireZstd(name);
    return new Compressor();
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
    return switch (name) {
      case ZSTD -> new Decompressor();
      case UNCOMPRESSED -> new Uncompressed();
      default -> throw unsupported(name);
    };
  }

  @Override
  public void release() {}

  private static void requireZstd(CompressionCodecName name) {
    if (name != CompressionCodecName.ZSTD) {
      throw unsupported(name);
    }
  }

  private static IllegalArgumentException unsupported(CompressionCodecName name) {
    return new IllegalArgumentException("tables are compressed with ZSTD, not with " + name);
  }

  private static final class Compressor implements BytesInputCompressor {
    @Override
    public BytesInput compress(BytesInput bytes) throws IOException {
      return BytesInput.from(Zstd.compress(bytes.toByteArray(), LEVEL));
    }

    @Override
    public CompressionCodecName getCodecName() {
      return CompressionCodecName.ZSTD;
    }

    @Override
    public void release() {}
  }

  private static final class Decompressor implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput bytes, int size) throws IOException {
      return BytesInput.from(expand(bytes.toByteArray(), size));
    }

    @Override
    public void decompress(ByteBuffer input, int inputSize, ByteBuffer output, int outputSize)
        throws IOException {
      byte[] compressed = new byte[inputSize];
      input.get(compressed);
      output.put(expand(compressed, outputSize));
    }

    private static byte[] expand(byte[] compressed, int size) throws IOException {
      byte[] out = new byte[size];
      long written = Zstd.decompressByteArray(out, 0, size, compressed, 0, compressed.length);
      if (Zstd.isError(written)) {
        throw new IOException("zstd page is damaged: " + Zstd.getErrorName(written));
      }
      if (written != size) {
        throw new IOException(
            "zstd page has " + written + " bytes where " + size + " are expected");
      }
      return out;
    }

    @Override
    public void release() {}
  }

  private static final class Uncompressed implements BytesInputDecompressor {
    @Override
    public BytesInput decompress(BytesInput bytes, int size) {
      return bytes;
    }

    @Override
    public void decompress(ByteBuffer input, int inputSize, ByteBuffer output, int outputSize) {
      output.put(input);
    }

    @Override
    public void release() {}
  }
}
