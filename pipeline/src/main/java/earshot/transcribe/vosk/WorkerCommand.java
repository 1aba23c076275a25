package earshot.transcribe.vosk;

import com.fasterxml.jackson.core.JsonFactory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import earshot.call.Word;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.vosk.LibVosk;

/**
 * How a worker process is started.
 *
 * @param mainClass with arguments as {@link WorkerMain}
 * @param classPath folders and jars
 * @param heapMb of its Java part; native memory comes on top
 */
public record WorkerCommand(String mainClass, List<Path> classPath, int heapMb) {
  public WorkerCommand {
    classPath = List.copyOf(classPath);
  }

  /** The worker that decodes with libvosk, on the few jars that it needs. */
  public static WorkerCommand vosk() {
    return new WorkerCommand(
        WorkerMain.class.getName(),
        List.copyOf(
            locations(
                List.of(
                    WorkerMain.class, Word.class, JsonFactory.class, Native.class, LibVosk.class))),
        48);
  }

  Process start(Path model, int slots) throws IOException {
    return builder(model, slots, ProcessHandle.current().pid()).start();
  }

  /**
   * @param parentPid process with whose end the worker ends
   */
  ProcessBuilder builder(Path model, int slots, long parentPid) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + heapMb + "m");
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + (Platform.isWindows() ? "NUL" : "/dev/null"),
            "-Djna.encoding=UTF-8",
            "-Djna.nosys=true",
            "-Djna.tmpdir=" + System.getProperty("java.io.tmpdir"),
            "-cp",
            classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
            mainClass,
            model.toString(),
            String.valueOf(slots),
            String.valueOf(parentPid)));
    ProcessBuilder builder = new ProcessBuilder(command);
    // Numbers in libvosk's JSON follow the locale; BLAS threads would fight with ours; glibc's
    // arenas look like a leak, and its thresholds grow until little is given back.
    builder
        .environment()
        .putAll(
            Map.of(
                "LC_ALL", "C.UTF-8",
                "MALLOC_ARENA_MAX", "2",
                "MALLOC_TRIM_THRESHOLD_", "1048576",
                "MALLOC_MMAP_THRESHOLD_", "1048576",
                "OMP_NUM_THREADS", "1",
                "OPENBLAS_NUM_THREADS", "1"));
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    return builder;
  }

  private static Set<Path> locations(List<Class<?>> classes) {
    Set<Path> paths = new LinkedHashSet<>();
    for (Class<?> type : classes) {
      CodeSource source = type.getProtectionDomain().getCodeSource();
      if (source == null) {
        throw new IllegalStateException("no jar or folder known that holds " + type.getName());
      }
      try {
        paths.add(Path.of(source.getLocation().toURI()));
      } catch (URISyntaxException e) {
        throw new IllegalStateException("not a file: " + source.getLocation(), e);
      }
    }
    return paths;
  }
}
