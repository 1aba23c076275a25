package earshot.redact;

import earshot.call.Role;
import earshot.call.Turn;
import earshot.call.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Invented utterances in which somebody says one number, written without a look at the words that
 * redaction knows: other questions, other hesitations, other ways to read a number out than {@link
 * SpokenCalls} has. Every word of a number is known to be one.
 */
final class StrangersCalls {
  /** What a number is, and whether it must go. */
  enum Sort {
    CARD(true),
    CODE(true),
    PHONE(true),
    BANK(true),
    PRICE(false),
    TIME(false),
    ORDER(false),
    QUANTITY(false);

    final boolean secret;

    Sort(boolean secret) {
      this.secret = secret;
    }
  }

  /**
   * A few turns around one number.
   *
   * @param numberWords starts of the words that tell the number
   */
  record Utterance(Sort sort, List<Turn> turns, List<Double> numberWords) {
    /** How many of the number's words are still there. */
    int left(List<Turn> redacted) {
      int left = 0;
      for (Turn turn : redacted) {
        for (Word word : turn.words()) {
          left += !word.redacted() && numberWords.contains(word.start()) ? 1 : 0;
        }
      }
      return left;
    }

    /** A card may keep its last four digits, by policy; of other secrets nothing stays. */
    boolean leaked(List<Turn> redacted) {
      return left(redacted) > (sort == Sort.CARD ? 4 : 0);
    }
  }

  /** How one language asks and answers; {@code #} stands for the number. */
  private record Tongue(
      List<String> digits, List<String> fillers, List<String> nods, Map<Sort, String[]> lines) {}

  private static final Map<String, Tongue> TONGUES =
      Map.of(
          "en",
          english(),
          "el",
          greek(),
          "no",
          norwegian(),
          "sl",
          slovenian(),
          "sw",
          swahili(),
          "vi",
          vietnamese());

  private final Random random;
  private final String language;
  private final Tongue tongue;
  private final double misheard;

  /**
   * @param misheard share of a number's words that are heard as others
   */
  StrangersCalls(long seed, String language, double misheard) {
    this.random = new Random(seed);
    this.language = language;
    this.tongue = TONGUES.getOrDefault(language, english());
    this.misheard = misheard;
  }

  Utterance next(Sort sort) {
    String[] dialogues = tongue.lines().get(sort);
    if (dialogues == null) {
      throw new IllegalArgumentException(language + " has no lines for " + sort);
    }
    String[] lines = dialogues[random.nextInt(dialogues.length)].split("\\|", -1);
    List<String> number = number(sort);
    Builder builder = new Builder();
    for (String line : lines) {
      Role role = line.startsWith("A:") ? Role.AGENT : Role.CUSTOMER;
      builder.say(role, line.substring(2).strip(), number, sort);
    }
    return new Utterance(sort, List.copyOf(builder.turns), List.copyOf(builder.numberWords));
  }

  private List<String> number(Sort sort) {
    return switch (sort) {
      case CARD -> spell(card());
      case CODE -> spell(digits(random.nextInt(6) == 0 ? 4 : 3));
      case PHONE ->
          spell(
              language.equals("en")
                  ? "07" + digits(9)
                  : switch (language) {
                    case "el" -> "69" + digits(8);
                    case "no" -> "9" + digits(7);
                    case "sl" -> "041" + digits(6);
                    case "sw" -> "07" + digits(8);
                    default -> "09" + digits(8);
                  });
      case BANK -> spell(digits(8));
      case ORDER -> spell(digits(5 + random.nextInt(3)));
      case PRICE, TIME, QUANTITY -> List.of(tongue.digits().get(2 + random.nextInt(8)));
    };
  }

  private String digits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  /** A number that Luhn's check accepts: Visa, Mastercard, or fifteen digits. */
  private String card() {
    String start = List.of("4", "51", "55", "2221", "37").get(random.nextInt(5));
    int length = start.equals("37") ? 15 : 16;
    String body = start + digits(length - 1 - start.length());
    for (int check = 0; check < 10; check++) {
      int sum = 0;
      String whole = body + check;
      for (int i = 0; i < length; i++) {
        int d = whole.charAt(length - 1 - i) - '0';
        sum += i % 2 == 0 ? d : d * 2 > 9 ? d * 2 - 9 : d * 2;
      }
      if (sum % 10 == 0) {
        return whole;
      }
    }
    throw new IllegalStateException("no check digit");
  }

  /** The words of a number; now and then a pair as one number, or "double". */
  private List<String> spell(String number) {
    List<String> words = new ArrayList<>();
    boolean pairs = language.equals("en") && random.nextInt(6) == 0;
    int i = 0;
    while (i < number.length()) {
      int d = number.charAt(i) - '0';
      boolean twice = i + 1 < number.length() && number.charAt(i + 1) == number.charAt(i);
      if (language.equals("en") && twice && random.nextInt(3) == 0) {
        words.add("double");
        words.add(digit(d));
        i += 2;
      } else if (pairs && d >= 2 && i + 1 < number.length()) {
        words.add(TENS[d]);
        if (number.charAt(i + 1) != '0') {
          words.add(digit(number.charAt(i + 1) - '0'));
        }
        i += 2;
      } else {
        words.add(digit(d));
        i++;
      }
    }
    return words;
  }

  private static final String[] TENS = {
    "", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };

  private String digit(int d) {
    boolean oh = d == 0 && language.equals("en") && random.nextBoolean();
    return oh ? "oh" : tongue.digits().get(d);
  }

  private final class Builder {
    private final List<Turn> turns = new ArrayList<>();
    private final List<Double> numberWords = new ArrayList<>();
    private List<Word> words = new ArrayList<>();
    private double now = 2;

    void say(Role role, String line, List<String> number, Sort sort) {
      for (String word : line.split(" ", -1)) {
        if (word.equals("#")) {
          read(role, number, sort);
        } else {
          add(word, false);
        }
      }
      end(role);
    }

    private void read(Role role, List<String> number, Sort sort) {
      boolean split = sort == Sort.CARD && role == Role.CUSTOMER && random.nextInt(3) == 0;
      boolean slip = sort.secret && random.nextInt(12) == 0;
      int slipAt = slip ? random.nextInt(number.size()) : -1;
      for (int i = 0; i < number.size(); i++) {
        if (number.size() > 1 && i > 0 && random.nextInt(7) == 0) {
          add(pick(tongue.fillers()), false);
        }
        if (i == slipAt && language.equals("en") && !number.get(i).equals("double")) {
          add(tongue.digits().get(random.nextInt(10)), true);
          add("sorry", false);
        }
        add(random.nextDouble() < misheard ? pick(MISHEARD) : number.get(i), true);
        if (split && i % 4 == 3 && i + 1 < number.size()) {
          end(role);
          if (random.nextInt(3) > 0) {
            for (String word : pick(tongue.nods()).split(" ", -1)) {
              add(word, false);
            }
            end(role == Role.AGENT ? Role.CUSTOMER : Role.AGENT);
          }
        }
      }
    }

    private void add(String word, boolean ofNumber) {
      double length = 0.25 + 0.05 * random.nextInt(4);
      for (String part : word.split(" ", -1)) {
        if (ofNumber) {
          numberWords.add(now);
        }
        words.add(new Word(part, now, now + length, 0.7));
        now += length;
      }
    }

    private void end(Role role) {
      if (words.isEmpty()) {
        return;
      }
      String text = SpokenTurn.join(words);
      int channel = role == Role.AGENT ? 0 : 1;
      turns.add(new Turn(role, channel, words.get(0).start(), now, text, 0.7, words, null));
      words = new ArrayList<>();
      now += 0.4 + random.nextInt(12) / 10.0;
    }
  }

  private String pick(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  /** What a small model writes for a word that it does not catch. */
  private static final List<String> MISHEARD =
      List.of("far", "wan", "the", "sex", "heaven", "ate", "nigh", "tree", "fife", "and", "a");

  private static Tongue english() {
    return new Tongue(
        List.of("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
        List.of("um", "er", "uh", "let me see", "hang on", "and then", "erm", "you know"),
        List.of("okay", "yep", "mhm", "got it", "go on", "thanks", "right and then"),
        Map.of(
            Sort.CARD,
            new String[] {
              "A:great could you read me the digits across the front of your card|C:sure #",
              "A:and what's the number on the card you'd like to use|C:it's #|A:lovely",
              "A:whenever you're ready the card number|C:okay so that's # did you get that",
              "C:i'll pay by visa the number is #|A:thank you",
              "A:how would you like to pay|C:mastercard # please|A:thanks one moment",
              "C:can you put it on my debit card # that's the one i always use",
              "A:i need your sixteen digit number|C:bear with me # okay",
              "A:let me read that back #|C:yes that's right",
              "C:# is what it says on the front"
            },
            Sort.CODE,
            new String[] {
              "A:and the c v v please|C:#",
              "A:what are the three digits on the back of the card|C:yeah it's #|A:thank you",
              "A:can i have the security code as well|C:um # ",
              "C:the three numbers on the signature strip are #",
              "A:and that little number on the reverse of the card|C:#",
              "A:do you have the c v c|C:i think it's # yes"
            },
            Sort.PHONE,
            new String[] {
              "A:what's the best number to reach you on|C:you can try #",
              "A:could i take a contact number|C:yes # that's my mobile",
              "C:my mobile is # if anything changes",
              "A:is your telephone number still #|C:it is yes",
              "C:just ring me on # after lunch"
            },
            Sort.BANK,
            new String[] {
              "A:and the bank account number for the refund|C:#",
              "C:my bank account number is #|A:perfect",
              "A:which account should the money go to your bank details please|C:account number #"
            },
            Sort.PRICE,
            new String[] {
              "A:that comes to forty # pounds and twenty pence",
              "C:i was charged one hundred and # pounds for nothing",
              "A:it'll be twenty # ninety nine a month",
              "C:you said # euros fifty last time",
              "A:the balance is two thousand three hundred and # pounds"
            },
            Sort.TIME,
            new String[] {
              "A:somebody will be there between # and half past eleven",
              "C:i waited in from # o'clock until quarter to six",
              "A:we open at # thirty in the morning",
              "C:the train was the # fifteen from leeds",
              "A:your appointment is on the twenty # of march at ten thirty"
            },
            Sort.ORDER,
            new String[] {
              "C:my order number is #",
              "A:your reference is # if you call again",
              "C:the parcel has tracking number # on it",
              "A:could you read me the order number|C:yes it's #",
              "A:i've logged that as ticket #|C:thank you",
              "C:the meter says #|A:thanks for the reading"
            },
            Sort.QUANTITY,
            new String[] {
              "C:i ordered # of them and got two",
              "A:it takes # to ten working days",
              "C:i've called # times in three weeks now",
              "A:we have # in the blue and twelve in the grey",
              "C:there are # of us in flat two"
            }));
  }

  private static Tongue greek() {
    return new Tongue(
        List.of("μηδέν", "ένα", "δύο", "τρία", "τέσσερα", "πέντε", "έξι", "επτά", "οκτώ", "εννέα"),
        List.of("εεε", "λοιπόν", "ναι", "μισό λεπτό"),
        List.of("ναι", "εντάξει", "μάλιστα", "ωραία"),
        Map.of(
            Sort.CARD,
            new String[] {
              "A:μπορείτε να μου πείτε τον αριθμό της κάρτας σας|C:είναι #",
              "A:θα ήθελα τα δεκαέξι ψηφία της κάρτας|C:βεβαίως #|A:ευχαριστώ",
              "C:θα πληρώσω με κάρτα ο αριθμός είναι #",
              "C:#|A:ωραία"
            },
            Sort.CODE,
            new String[] {
              "A:και τον κωδικό ασφαλείας παρακαλώ|C:#",
              "A:τα τρία ψηφία στο πίσω μέρος της κάρτας|C:είναι #"
            },
            Sort.PHONE,
            new String[] {
              "A:ένα τηλέφωνο επικοινωνίας|C:#", "C:το κινητό μου είναι #",
            },
            Sort.PRICE,
            new String[] {"A:κοστίζει σαράντα # ευρώ", "C:πλήρωσα εκατόν είκοσι # ευρώ χτες"},
            Sort.TIME,
            new String[] {"A:θα έρθει στις # και μισή", "C:περίμενα από τις # το πρωί"},
            Sort.ORDER,
            new String[] {"C:ο αριθμός παραγγελίας είναι #", "A:ο αριθμός της υπόθεσης είναι #"},
            Sort.QUANTITY,
            new String[] {"C:παρήγγειλα # και ήρθαν δύο", "A:σε # με δέκα εργάσιμες"}));
  }

  private static Tongue norwegian() {
    return new Tongue(
        List.of("null", "en", "to", "tre", "fire", "fem", "seks", "sju", "åtte", "ni"),
        List.of("eh", "øh", "altså", "skal vi se", "ja"),
        List.of("ja", "ok", "mhm", "greit"),
        Map.of(
            Sort.CARD,
            new String[] {
              "A:kan jeg få kortnummeret ditt|C:ja det er #",
              "A:hva står det på forsiden av kortet|C:#|A:takk",
              "C:jeg betaler med visa nummeret er #",
              "C:#|A:takk skal du ha"
            },
            Sort.CODE,
            new String[] {"A:og sikkerhetskoden|C:#", "A:de tre sifrene bak på kortet|C:det er #"},
            Sort.PHONE,
            new String[] {"A:hva er telefonnummeret ditt|C:#", "C:mobilen min er #"},
            Sort.PRICE,
            new String[] {"A:det blir førti # kroner", "C:jeg betalte hundre og # kroner i går"},
            Sort.TIME,
            new String[] {"A:han kommer klokka # på fredag", "C:jeg ventet fra # til halv seks"},
            Sort.ORDER,
            new String[] {"C:ordrenummeret er #", "A:saksnummeret ditt er #"},
            Sort.QUANTITY,
            new String[] {"C:jeg bestilte # og fikk to", "A:det tar # til ti virkedager"}));
  }

  private static Tongue slovenian() {
    return new Tongue(
        List.of("nič", "ena", "dva", "tri", "štiri", "pet", "šest", "sedem", "osem", "devet"),
        List.of("eee", "torej", "ja", "trenutek"),
        List.of("ja", "v redu", "aha", "hvala"),
        Map.of(
            Sort.CARD,
            new String[] {
              "A:mi lahko poveste številko kartice|C:ja #",
              "A:prosim še številko vaše bančne kartice|C:to je #|A:hvala",
              "C:plačal bom s kartico številka je #",
              "C:#|A:hvala lepa"
            },
            Sort.CODE,
            new String[] {
              "A:in varnostno kodo prosim|C:#", "A:še tri številke na zadnji strani kartice|C:#"
            },
            Sort.PHONE,
            new String[] {"A:vaša telefonska številka|C:#", "C:moj mobilni telefon je #"},
            Sort.PRICE,
            new String[] {"A:to stane # evrov", "C:plačal sem sto # evrov"},
            Sort.TIME,
            new String[] {"A:mojster pride ob # zjutraj", "C:čakal sem od # do šestih"},
            Sort.ORDER,
            new String[] {"C:številka naročila je #", "A:številka primera je #"},
            Sort.QUANTITY,
            new String[] {"C:naročil sem # dobil pa dva", "A:traja # do deset dni"}));
  }

  private static Tongue swahili() {
    return new Tongue(
        List.of("sifuri", "moja", "mbili", "tatu", "nne", "tano", "sita", "saba", "nane", "tisa"),
        List.of("aah", "yaani", "ee", "subiri"),
        List.of("sawa", "ndiyo", "ahaa", "endelea"),
        Map.of(
            Sort.CARD,
            new String[] {
              "A:naomba namba ya kadi yako|C:ni #",
              "A:tafadhali nisomee nambari ya kadi|C:sawa #|A:asante",
              "C:nitalipa kwa kadi namba ni #",
              "C:#|A:asante sana"
            },
            Sort.CODE,
            new String[] {
              "A:na namba ya usalama ya kadi|C:#", "A:tarakimu tatu za nyuma ya kadi|C:ni #"
            },
            Sort.PHONE,
            new String[] {"A:namba yako ya simu ni ipi|C:#", "C:simu yangu ni #"},
            Sort.PRICE,
            new String[] {"A:ni shilingi mia # tu", "C:nililipa shilingi elfu # jana"},
            Sort.TIME,
            new String[] {"A:fundi atakuja saa # asubuhi", "C:nimesubiri tangu saa #"},
            Sort.ORDER,
            new String[] {"C:namba ya oda ni #", "A:namba ya kesi yako ni #"},
            Sort.QUANTITY,
            new String[] {"C:niliagiza # nikapata mbili", "A:inachukua siku # hadi kumi"}));
  }

  private static Tongue vietnamese() {
    return new Tongue(
        List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"),
        List.of("ờ", "à", "dạ", "chờ chút"),
        List.of("dạ", "vâng", "dạ rồi", "được ạ"),
        Map.of(
            Sort.CARD,
            new String[] {
              "A:cho em xin số thẻ của anh|C:số là #",
              "A:chị đọc giúp em số trên mặt thẻ|C:vâng #|A:cảm ơn chị",
              "C:tôi trả bằng thẻ số thẻ là #",
              "C:#|A:em cảm ơn"
            },
            Sort.CODE,
            new String[] {"A:cho em xin mã bảo mật|C:#", "A:ba số ở mặt sau thẻ ạ|C:là #"},
            Sort.PHONE,
            new String[] {"A:số điện thoại của anh là gì ạ|C:#", "C:gọi cho tôi số #"},
            Sort.PRICE,
            new String[] {"A:giá là # mươi nghìn đồng", "C:tôi đã trả # triệu đồng"},
            Sort.TIME,
            new String[] {"A:thợ sẽ đến lúc # giờ sáng", "C:tôi đợi từ # giờ"},
            Sort.ORDER,
            new String[] {"C:mã đơn hàng là #", "A:số hồ sơ của anh là #"},
            Sort.QUANTITY,
            new String[] {"C:tôi đặt # cái mà nhận hai cái", "A:mất # đến mười ngày"}));
  }
}
