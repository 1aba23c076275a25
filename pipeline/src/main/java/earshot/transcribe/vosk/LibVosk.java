package earshot.transcribe.vosk;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The functions of libvosk that are used, bound directly.
 *
 * <p>{@code vosk_recognizer_accept_waveform_s} is bound as {@code int}: it returns -1 when decoding
 * failed, which a boolean binding reads as "true" and so loses.
 */
final class LibVosk {
  /** Version of the native library in the jar this project depends on. */
  static final String VERSION = "0.3.45";

  static {
    Native.register(LibVosk.class, library());
  }

  private LibVosk() {}

  private static NativeLibrary library() {
    try {
      return NativeLibrary.getInstance(
          "vosk",
          Map.of(
              Library.OPTION_STRING_ENCODING,
              "UTF-8",
              Library.OPTION_CLASSLOADER,
              LibVosk.class.getClassLoader()));
    } catch (UnsatisfiedLinkError e) {
      UnsatisfiedLinkError clearer =
          new UnsatisfiedLinkError(
              "libvosk "
                  + VERSION
                  + " cannot be loaded on "
                  + Platform.RESOURCE_PREFIX
                  + "; native code comes with it for linux-x86-64, darwin and win32-x86-64: "
                  + e.getMessage());
      clearer.initCause(e);
      throw clearer;
    }
  }

  static native void vosk_set_log_level(int level);

  static native @Nullable Pointer vosk_model_new(String folder);

  static native void vosk_model_free(Pointer model);

  static native @Nullable Pointer vosk_recognizer_new(Pointer model, float sampleRateHz);

  static native void vosk_recognizer_set_words(Pointer recognizer, int on);

  static native int vosk_recognizer_accept_waveform_s(
      Pointer recognizer, short[] samples, int count);

  static native @Nullable Pointer vosk_recognizer_result(Pointer recognizer);

  static native @Nullable Pointer vosk_recognizer_final_result(Pointer recognizer);

  static native void vosk_recognizer_free(Pointer recognizer);
}
