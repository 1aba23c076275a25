package earshot.workbench.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BrowsersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0|Firefox on Linux",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/140.0.0.0 Safari/537.36|Chrome on Windows",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0|Edge on Windows",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/138.0.0.0 Safari/537.36 OPR/122.0.0.0|Opera on Windows",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)"
            + " Version/18.5 Safari/605.1.15|Safari on Mac",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
            + " Gecko) CriOS/140.0.0.0 Mobile/15E148 Safari/604.1|Chrome on iPhone",
        "Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36|Samsung Internet on Android",
        "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/140.0.0.0 Safari/537.36|Chrome on ChromeOS",
        "Mozilla/5.0 (PlayStation 5)|another browser"
      })
  void browsersAreToldByTheirOwnNames(String said, String words) {
    assertThat(Browsers.words(said)).isEqualTo(words);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "curl/8.14",
        "Java-http-client/17",
        "<script>alert(1)</script>",
        "xMozilla/5.0 Firefox/1 Linux"
      })
  void whatIsNoBrowserIsAProgram(String said) {
    assertThat(Browsers.words(said)).isEqualTo("a program");
  }

  @Test
  void nothingThatWasSaidComesOut() {
    assertThat(Browsers.words(null)).isEqualTo("a program");
    assertThat(Browsers.words("Mozilla/5.0 <b onclick=x>Firefox/9\r\nSet-Cookie: a=b Linux"))
        .isEqualTo("Firefox on Linux");
    assertThat(Browsers.words("Mozilla/5.0 " + "x".repeat(100_000) + " Firefox/1"))
        .isEqualTo("another browser");
  }
}
