package earshot.workbench;

import earshot.data.DataFolder;
import earshot.workbench.lookup.CallLookup;
import earshot.workbench.search.SearchFeature;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Pages;
import java.util.List;

/** Joins the parts of the web application: a new feature is made here. */
final class Workbench {
  private final CallLookup calls;

  Workbench(DataFolder folder) {
    this.calls = new CallLookup(folder);
  }

  /** Every feature, in the order of the navigation. */
  List<Feature> features(Pages pages) {
    return List.of(new SearchFeature(pages));
  }

  CallLookup calls() {
    return calls;
  }
}
