package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The distribution's {@code sbom.cdx.json} lists what is in its {@code lib}, and nothing else. */
class SbomIT {
  private static final Path HOME =
      Path.of(System.getProperty("earshot.root"), "search/workbench/target/earshot");

  @BeforeAll
  static void made() {
    Assumptions.assumeTrue(
        Files.exists(HOME.resolve("sbom.cdx.json")), "mvn -o makes no bill of materials");
  }

  private static Map<String, Path> jars() throws IOException {
    Map<String, Path> jars = new TreeMap<>();
    try (Stream<Path> files = Files.list(HOME.resolve("lib"))) {
      files
          .filter(file -> file.toString().endsWith(".jar"))
          .forEach(file -> jars.put(file.getFileName().toString(), file));
    }
    return jars;
  }

  private static JsonNode bill() throws IOException {
    return new ObjectMapper().readTree(HOME.resolve("sbom.cdx.json").toFile());
  }

  /** By the name that Maven gives its file. */
  private static Map<String, JsonNode> components() throws IOException {
    Map<String, JsonNode> components = new TreeMap<>();
    JsonNode bill = bill();
    put(components, bill.at("/metadata/component"));
    bill.path("components").forEach(component -> put(components, component));
    return components;
  }

  private static void put(Map<String, JsonNode> components, JsonNode component) {
    String purl = component.path("purl").asText();
    String classifier =
        purl.contains("classifier=")
            ? "-" + purl.replaceFirst(".*classifier=", "").replaceFirst("&.*", "")
            : "";
    components.put(
        component.path("name").asText()
            + "-"
            + component.path("version").asText()
            + classifier
            + ".jar",
        component);
  }

  private static String sha256(Path file) throws IOException, GeneralSecurityException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
  }

  @Test
  void everyLibraryIsInItAndNothingElse() throws Exception {
    assertThat(components().keySet()).isEqualTo(jars().keySet()).hasSizeGreaterThan(100);
  }

  @Test
  void theLibrariesOfOthersAreNamedByTheirContent() throws Exception {
    Map<String, JsonNode> components = components();
    for (Map.Entry<String, Path> jar : jars().entrySet()) {
      JsonNode component = components.get(jar.getKey());
      assertThat(component.path("purl").asText()).as(jar.getKey()).startsWith("pkg:maven/");
      if (!component.path("group").asText().equals("earshot")) {
        String hash = "";
        for (JsonNode one : component.path("hashes")) {
          hash = one.path("alg").asText().equals("SHA-256") ? one.path("content").asText() : hash;
        }
        assertThat(hash).as(jar.getKey()).isEqualTo(sha256(jar.getValue()));
        assertThat(component.path("licenses").size())
            .as("licences of " + jar.getKey())
            .isPositive();
      }
    }
  }

  @Test
  void theRecogniserIsInIt() throws Exception {
    Path vosk = jars().get("vosk-0.3.45.jar");
    try (JarFile jar = new JarFile(vosk.toFile())) {
      assertThat(jar.getEntry("linux-x86-64/libvosk.so")).isNotNull();
    }
    assertThat(components().get("vosk-0.3.45.jar").path("purl").asText())
        .startsWith("pkg:maven/com.alphacephei/vosk@0.3.45");
  }

  @Test
  void itTellsNothingOfTheMachineThatBuiltIt() throws Exception {
    String text = Files.readString(HOME.resolve("sbom.cdx.json"));
    assertThat(text)
        .doesNotContain(
            System.getProperty("earshot.root"),
            System.getProperty("user.home") + "/",
            "\"" + InetAddress.getLocalHost().getHostName() + "\"",
            "file:/");
  }
}
