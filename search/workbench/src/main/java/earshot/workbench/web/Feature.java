package earshot.workbench.web;

/** A part of the workbench: one final class a package, given what it needs by its constructor. */
public interface Feature {
  /** Declares every route of the feature together with who may use it. */
  void register(Routes routes);
}
