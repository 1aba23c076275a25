package earshot.redact;

import earshot.call.Role;
import earshot.redact.SpokenCall.Said;
import earshot.redact.SpokenCall.Telling;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Invents calls in which cards, codes and ordinary numbers are said. Same seed, same calls. */
final class SpokenCalls {
  private static final String[] DIGITS = {
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"
  };
  private static final String[] TEENS = {
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen"
  };
  private static final String[] TENS = {
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
  };
  private static final String[] NOISE = {
    "uh", "um", "er", "okay", "so", "and", "then", "yeah", "right", "hmm", "and then", "let me see"
  };
  private static final Map<String, String[]> MISHEARD =
      Map.of(
          "zero", new String[] {"hero", "zeros", "their oh"},
          "oh", new String[] {"owe", "a", "so"},
          "one", new String[] {"won", "wine", "when", "run"},
          "two", new String[] {"to", "too", "do", "you"},
          "three", new String[] {"free", "tree", "the", "three's"},
          "four", new String[] {"for", "fore", "or", "flaw"},
          "five", new String[] {"fine", "wife", "life", "hive"},
          "six", new String[] {"sick", "sex", "fix", "sixth"},
          "seven", new String[] {"heaven", "several", "savings"},
          "eight", new String[] {"ate", "hate", "it", "eighth"});
  private static final String[] NINE = {"mine", "nein", "night", "line"};

  private static final String[] CARD_PROMPTS = {
    "can i take the long number on the front of your card please",
    "may i take a card number please",
    "could you read me the card number",
    "what is the sixteen digit number across the card",
    "go ahead with the card number when you are ready",
    "i will need your card details now",
    "which card would you like to pay with",
    "may i have the card please",
    "and the number on the card",
    "okay i am ready for the payment",
    ""
  };
  private static final String[] CARD_INTROS = {
    "",
    "",
    "it's",
    "yes it's",
    "sure the number is",
    "okay um it is",
    "my card is",
    "right so that's",
    "fine take it again it's",
    "hang on yes"
  };
  private static final String[] CODE_PROMPTS = {
    "and the three digits on the back please",
    "now the security code",
    "what is the c v v",
    "can i have the last three digits on the signature strip",
    "and the code on the back of the card",
    "now the three digits on the back",
    ""
  };
  private static final String[] CODE_INTROS = {"", "", "it's", "that's", "the code is", "um"};
  private static final String[] NODS = {"yes", "okay", "uh huh", "got that", "go on", "mm hmm"};

  private final Random random;
  private final double errors;
  private final boolean written;
  private int numbers;

  /**
   * @param errors share of number words that are misheard or lost
   * @param written whether people wrote the transcript: figures, groups
   */
  SpokenCalls(long seed, double errors, boolean written) {
    this.random = new Random(seed);
    this.errors = errors;
    this.written = written;
  }

  /** A card is given; sometimes its code, a read-back, an ordinary number around it. */
  SpokenCall payment() {
    SpokenCall call = new SpokenCall();
    if (random.nextInt(3) == 0) {
      OrdinaryNumbers.say(call, this, random);
    }
    String card = card();
    agent(call, pick(CARD_PROMPTS));
    if (random.nextInt(3) == 0) {
      inChunks(call, card);
    } else {
      List<Said> words = words(pick(CARD_INTROS));
      words.addAll(number(card, Telling.CARD));
      boolean codeToo = random.nextInt(8) == 0;
      if (codeToo) {
        words.addAll(words(random.nextBoolean() ? "and the code is" : "and it's"));
        words.addAll(number(digits(3), Telling.CODE));
      } else if (random.nextInt(5) == 0) {
        words.addAll(words(pick("if that helps", "okay", "is that all right", "did you get that")));
      }
      call.say(Role.CUSTOMER, words);
      if (random.nextInt(4) == 0) {
        List<Said> back = words(pick("so that's", "so", "thank you that was", "i have"));
        back.addAll(number(card, Telling.CARD));
        back.addAll(words(pick("", "is that right", "thank you")));
        call.say(Role.AGENT, back);
      }
      if (!codeToo && random.nextBoolean()) {
        code(call);
      }
    }
    if (random.nextInt(3) == 0) {
      agent(call, "thank you one moment please");
      OrdinaryNumbers.say(call, this, random);
    }
    return call;
  }

  /** Only numbers that must stay. */
  SpokenCall ordinary() {
    SpokenCall call = new SpokenCall();
    int count = 1 + random.nextInt(4);
    for (int i = 0; i < count; i++) {
      OrdinaryNumbers.say(call, this, random);
    }
    return call;
  }

  private void code(SpokenCall call) {
    String code = digits(random.nextInt(6) == 0 ? 4 : 3);
    agent(call, pick(CODE_PROMPTS));
    List<Said> words = words(pick(CODE_INTROS));
    words.addAll(number(code, Telling.CODE));
    call.say(Role.CUSTOMER, words);
    if (random.nextInt(4) == 0) {
      List<Said> back = new ArrayList<>(number(code, Telling.CODE));
      back.addAll(words("got it thank you"));
      call.say(Role.AGENT, back);
    }
  }

  private void inChunks(SpokenCall call, String card) {
    int number = numbers++;
    int readBack = numbers++;
    boolean repeats = random.nextBoolean();
    for (int from = 0; from < card.length(); from += 4) {
      String chunk = card.substring(from, Math.min(card.length(), from + 4));
      List<Said> words = from == 0 ? words(pick(CARD_INTROS)) : new ArrayList<>();
      words.addAll(spoken(chunk, Telling.CARD, number));
      call.say(Role.CUSTOMER, words);
      if (repeats) {
        call.say(Role.AGENT, spoken(chunk, Telling.CARD, readBack));
      } else {
        agent(call, pick(NODS));
      }
    }
  }

  List<Said> number(String digits, Telling telling) {
    return spoken(digits, telling, numbers++);
  }

  int nextNumber() {
    return numbers++;
  }

  /** Digits as a person says them, with what a recogniser makes of it. */
  private List<Said> spoken(String digits, Telling telling, int number) {
    List<Said> said = new ArrayList<>();
    int style = random.nextInt(4);
    boolean correct = telling == Telling.CARD && random.nextInt(8) == 0;
    int i = 0;
    while (i < digits.length()) {
      if (i > 0 && random.nextInt(14) == 0 && telling != Telling.ORDINARY) {
        said.addAll(words(pick(NOISE)));
      }
      int taken = group(digits, i, style, said, telling, number);
      i += taken;
      if (correct && i > 2 && i < digits.length() && random.nextInt(5) == 0) {
        correct = false;
        char wrong = (char) ('0' + random.nextInt(10));
        add(said, DIGITS[wrong - '0'], telling, number, 0);
        said.addAll(words(pick("no sorry", "i mean", "sorry no", "no")));
      }
    }
    return said;
  }

  private int group(String digits, int i, int style, List<Said> said, Telling telling, int number) {
    int digit = digits.charAt(i) - '0';
    if (written) {
      int end = Math.min(digits.length(), i + 4);
      said.add(new Said(digits.substring(i, end), telling, number, end - i));
      return end - i;
    }
    int same = 1;
    while (i + same < digits.length() && digits.charAt(i + same) == digits.charAt(i)) {
      same++;
    }
    if (style == 1 && same >= 2 && random.nextInt(3) > 0) {
      int times = same >= 3 && random.nextBoolean() ? 3 : 2;
      add(said, times == 3 ? pick("triple", "treble") : "double", telling, number, 0);
      add(said, digit == 0 ? "oh" : DIGITS[digit], telling, number, times);
      return times;
    }
    if (style == 2 && i + 1 < digits.length() && digit > 0 && random.nextInt(3) > 0) {
      int units = digits.charAt(i + 1) - '0';
      if (digit == 1) {
        add(said, TEENS[units], telling, number, 2);
      } else {
        add(said, TENS[digit], telling, number, 1);
        if (units > 0) {
          add(said, DIGITS[units], telling, number, 1);
        }
      }
      return 2;
    }
    add(said, digit == 0 && random.nextBoolean() ? "oh" : DIGITS[digit], telling, number, 1);
    return 1;
  }

  private void add(List<Said> said, String word, Telling telling, int number, int digits) {
    if (telling == Telling.ORDINARY || random.nextDouble() >= errors) {
      said.add(new Said(word, telling, number, digits));
      return;
    }
    if (random.nextInt(4) == 0) {
      return;
    }
    String[] heard = word.equals("nine") ? NINE : MISHEARD.getOrDefault(word, new String[] {word});
    boolean kept = heard.length == 1;
    for (String part : pick(heard).split(" ")) {
      said.add(new Said(part, telling, number, kept ? digits : 0));
    }
  }

  /** Digits that end in their check digit, of the lengths and first digits of payment cards. */
  private String card() {
    int kind = random.nextInt(10);
    int length = kind == 0 ? 15 : 16;
    String start = kind == 0 ? "37" : pick("4", "5", "4", "2", "6");
    String body = start + digits(length - 1 - start.length());
    for (char check = '0'; check <= '9'; check++) {
      if (Luhn.valid(body + check)) {
        return body + check;
      }
    }
    throw new IllegalStateException("no check digit makes these digits valid");
  }

  String digits(int length) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < length; i++) {
      digits.append((char) ('0' + random.nextInt(10)));
    }
    return digits.toString();
  }

  void agent(SpokenCall call, String text) {
    call.say(Role.AGENT, words(text));
  }

  static List<Said> words(String text) {
    List<Said> words = new ArrayList<>();
    for (String word : text.split(" ")) {
      if (!word.isEmpty()) {
        words.add(new Said(word, Telling.NOTHING, -1, 0));
      }
    }
    return words;
  }

  String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
