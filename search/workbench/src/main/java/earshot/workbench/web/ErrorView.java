package earshot.workbench.web;

/** What an error page says; never how the program came there. */
public record ErrorView(String heading, String advice, String requestId) {}
