package earshot.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotBlank;
import net.jqwik.api.constraints.StringLength;

class FileNamesProperties {
  @Property
  void aNameIsOneSafePathSegment(@ForAll @NotBlank @StringLength(max = 40) String id) {
    assertThat(FileNames.encode(id)).matches("[A-Za-z0-9%_-][A-Za-z0-9._%-]*");
  }

  @Property
  void theIdCanBeReadBackSoNamesAreUnique(@ForAll @StringLength(max = 40) String id) {
    String wellFormed = new String(id.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    assertThat(URLDecoder.decode(FileNames.encode(wellFormed), StandardCharsets.UTF_8))
        .isEqualTo(wellFormed);
  }
}
