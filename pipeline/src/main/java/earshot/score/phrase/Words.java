package earshot.score.phrase;

/** Words that somebody said, with their numbers. Immutable. */
final class Words {
  private final String[] forms;
  private final int[] numbers;

  /** The arrays are not copied and must not change. */
  Words(String[] forms, int[] numbers) {
    this.forms = forms;
    this.numbers = numbers;
  }

  int size() {
    return forms.length;
  }

  String form(int at) {
    return forms[at];
  }

  int number(int at) {
    return numbers[at];
  }
}
