package earshot.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import earshot.data.DataFolder;
import earshot.workbench.account.Account;
import earshot.workbench.account.Role;
import earshot.workbench.account.SignedIn;
import earshot.workbench.web.WebServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchTest {
  @TempDir Path data;

  @Test
  void pagesComeWithTheirFrame() throws Exception {
    SignedIn reviewer =
        new SignedIn(new Account(1, "rita", Role.REVIEWER, Set.of(), null), "token", "s");
    try (WebServer server =
        WebServer.start(
            "127.0.0.1",
            0,
            false,
            http -> Optional.of(reviewer),
            new Workbench(new DataFolder(data))::features)) {
      HttpResponse<String> page =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("rita", "Search");
    }
  }
}
