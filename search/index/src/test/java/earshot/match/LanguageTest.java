package earshot.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  @ParameterizedTest
  @CsvSource({
    "en, refund, refunds refunded refunding Refund's",
    "en, cancel, cancelled cancels cancelling",
    "en, apologise, apologises apologised apologising",
    "en, complaint, complaints",
    "en, delivery, deliveries",
    "en, charge, charged charges charging",
    "en, care, cared caring cares",
    "en, call, called calling calls",
    "en, use, used using uses",
    "en, pay, paid paying pays",
    "en, choose, chose chosen choosing chooses",
    "en, go, went gone going goes",
    "en, agree, agreed agreeing agrees",
    "en, apology, apologies",
    "en, disappoint, disappointed disappointing",
    "el, λογαριασμός, λογαριασμό λογαριασμού ΛΟΓΑΡΙΑΣΜΟΣ",
    "no, faktura, fakturaen",
    "no, regning, regningen regninger",
    "sl, paket, paketa paketu paketom paketi paketov paketih paketoma PAKET",
    "sl, povezava, povezave povezavo povezavi povezav povezavah povezavami",
    "sl, naročilo, naročila naročilu narocil naročilih",
    "sl, sistem, sistema sistemu sistemi",
    "sl, poklical, poklicala poklicali",
    "sl, Novak, Novaka Novaku Novakom",
    "sw, lipa, nimelipa ulilipa atalipa tunalipa hujalipa hakulipa kulipa mmelipa watakulipa",
    "sw, pigia, nitakupigia utanipigia",
    "sw, mzigo, mizigo",
    "sw, tatizo, matatizo",
    "sw, kifurushi, vifurushi",
    "sw, mteja, wateja",
  })
  void formsOfAWordShareItsStem(String code, String word, String others) {
    Language language = Language.of(code);
    for (String other : others.split(" ")) {
      assertThat(language.stem(other)).as(other).isEqualTo(language.stem(word));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "sl, račun, računalnik",
    "sl, klic, klicaj",
    "sw, mama, ma",
    "sw, mtandao, ndao",
    "vi, bạn, bán"
  })
  void otherWordsOfOtherLanguagesKeepTheirOwnStem(String code, String one, String other) {
    Language language = Language.of(code);
    assertThat(language.stem(one)).isNotEqualTo(language.stem(other));
  }

  @ParameterizedTest
  @CsvSource({
    "custom, customer",
    "busy, business",
    "car, care",
    "us, use",
    "new, news",
    "even, evening",
    "bill, build",
    "organ, organise",
    "hop, hope",
    "policy, police"
  })
  void otherWordsKeepTheirOwnStem(String one, String other) {
    Language english = Language.of("en");
    assertThat(english.stem(one)).isNotEqualTo(english.stem(other));
  }

  @ParameterizedTest
  @CsvSource({
    "en, That's, thats", "en, café, cafe", "en, e-mail, email", "el, Καλημέρα, καλημερα",
    "el, σας, σασ", "no, Språk, sprak", "sl, želim, zelim", "sw, ng'ombe, ngombe",
    "vi, Bạn, bạn", "en, '\u201cHello,', hello"
  })
  void aFormIsFolded(String code, String word, String form) {
    assertThat(Language.of(code).form(word)).isEqualTo(form);
  }

  @Test
  void vietnameseIsFoundWithAndWithoutTones() {
    Language.Analysed word = Language.of("vi").analyse("Được,");
    assertThat(word.forms()).containsExactly("được", "duoc");
    assertThat(word.stems()).containsExactly("được", "duoc");
    assertThat(Language.of("vi").analyse("ban").forms()).containsExactly("ban");
  }

  @Test
  void aRedactionTokenIsItselfAndAWord() {
    assertThat(Language.of("en").analyse("[card-number]").forms())
        .containsExactly("[card-number]", "cardnumber");
    assertThat(Language.of("vi").analyse("[card-number]").forms())
        .containsExactly("[card-number]", "cardnumber");
  }

  @Test
  void punctuationIsNoWord() {
    assertThat(Language.of("en").analyse("--").forms()).isEqualTo(List.of());
  }

  @Test
  void variantsShareALanguageAndUnknownOnesHaveNoStemmer() {
    assertThat(Language.of("nb")).isSameAs(Language.of("nn-NO")).isSameAs(Language.of("no"));
    assertThat(Language.of("en_GB")).isSameAs(Language.of("en"));
    assertThat(Language.of("fi").stem("Talossa")).isEqualTo("talossa");
  }
}
