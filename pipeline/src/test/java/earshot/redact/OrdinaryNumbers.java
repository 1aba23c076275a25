package earshot.redact;

import earshot.call.Role;
import earshot.redact.SpokenCall.Said;
import earshot.redact.SpokenCall.Telling;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Numbers that must stay: prices, times, dates, quantities, orders, references, meters, menus. In a
 * template {@code #5} is a number of five digits, {@code {forty five}} a number in words.
 */
final class OrdinaryNumbers {
  private static final String[] AGENT = {
    "that comes to {forty five} pounds",
    "the total is {one hundred and twelve} pounds and {fifty} pence",
    "your balance is {two hundred and thirty} dollars",
    "it will be {thirty five} pounds a month for {eighteen} months",
    "your reference is f #3",
    "your case number is r #3 is that all right",
    "the ticket number is #6",
    "your booking reference is #8",
    "the engineer comes on thursday between {eight} and {ten}",
    "it leaves at {nine} {fifteen} and arrives at {ten} {forty two}",
    "you can return it within {twenty eight} days",
    "press {one} for sales press {two} for billing press {three} for support or {zero} to hear this again",
    "for sales press {one} for billing press {two} for anything else press {three}",
    "your flight is b a #3 from gate {twenty two}",
    "the visit is on the {third} of october {two thousand and twenty six} at {two}",
    "we have {four} left in size {twelve}",
    "we are open from {nine} until {half past five} monday to friday",
    "the card ending in #4 has been accepted",
    "i see a card ending #4 on the account",
    "the invoice number is #7",
    "your new meter reading is #5",
    "you get {forty} gigs of data for {twelve} pounds a month",
    "the tracking number is #9 you can follow it online",
    "that is {two} adults and {three} children in {two} rooms for {seven} nights",
    "the model number is #4",
    "your appointment is at {sixteen} {thirty} on the {twenty first} of november"
  };
  private static final String[] CUSTOMER = {
    "i ordered {two} of the blue ones and {three} of the red",
    "my order number is #5",
    "it's order #6",
    "the order number is #7 and i paid {sixty} pounds",
    "i have been waiting since {half past two}",
    "the meter says #5",
    "the reading is #6",
    "i have rung {four} times this week",
    "we moved in on the {twelfth} of march {two thousand and twenty}",
    "i live at {fourteen} abbey walk",
    "it is {twenty three} orchard close",
    "the price on the website was {ninety nine} {ninety nine}",
    "you charged me {ninety six} pounds instead of {forty eight}",
    "my customer number is #6",
    "my reference number is #8",
    "the parcel should have come {ten} days ago",
    "there are {four} of us with {six} bags",
    "i want to book for the {second} and the {fifth} of august",
    "i would say {eight} out of {ten}",
    "the last four digits are #4"
  };
  private static final String[][] ASKED = {
    {"can i take your order number please", "#5"},
    {"can i have your account number please", "#6"},
    {"what is the reference number on the letter", "#7"},
    {"what is your meter reading today", "it's #5"},
    {"and your case number", "um #6"},
    {"what time would suit you", "about {ten} {thirty}"},
    {"how many would you like", "{twenty four} please"},
    {"from one to ten how would you rate us", "{seven} maybe {eight}"},
    {"what are the last four digits of your card", "#4"},
    {"what is the booking number", "#8"},
    {"which flight are you on", "b a #4"},
    {"what is the error code on the screen", "it says e #3"}
  };

  private OrdinaryNumbers() {}

  static void say(SpokenCall call, SpokenCalls calls, Random random) {
    switch (random.nextInt(3)) {
      case 0 -> call.say(Role.AGENT, fill(AGENT[random.nextInt(AGENT.length)], calls));
      case 1 -> call.say(Role.CUSTOMER, fill(CUSTOMER[random.nextInt(CUSTOMER.length)], calls));
      default -> {
        String[] asked = ASKED[random.nextInt(ASKED.length)];
        call.say(Role.AGENT, SpokenCalls.words(asked[0]));
        call.say(Role.CUSTOMER, fill(asked[1], calls));
      }
    }
  }

  private static List<Said> fill(String template, SpokenCalls calls) {
    List<Said> words = new ArrayList<>();
    boolean number = false;
    int id = 0;
    for (String word : template.split(" ")) {
      if (word.startsWith("#")) {
        words.addAll(
            calls.number(calls.digits(Integer.parseInt(word.substring(1))), Telling.ORDINARY));
        continue;
      }
      if (word.startsWith("{")) {
        number = true;
        id = calls.nextNumber();
      }
      String bare = word.replace("{", "").replace("}", "");
      words.add(new Said(bare, number ? Telling.ORDINARY : Telling.NOTHING, id, 0));
      number &= !word.endsWith("}");
    }
    return words;
  }
}
