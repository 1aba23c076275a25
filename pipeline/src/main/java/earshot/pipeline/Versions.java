package earshot.pipeline;

import java.util.Map;
import java.util.TreeMap;

/** What made a result: the program and the Java it ran on. */
public final class Versions {
  /** Of Earshot. */
  public static final String EARSHOT = "0.1.0";

  private Versions() {}

  static Map<String, String> all() {
    Map<String, String> versions = new TreeMap<>();
    versions.put("earshot", EARSHOT);
    versions.put("java", System.getProperty("java.version"));
    versions.put("beam", org.apache.beam.sdk.util.ReleaseInfo.getReleaseInfo().getSdkVersion());
    return versions;
  }
}
