package earshot.workbench.calibration;

import earshot.score.form.Form;
import earshot.workbench.account.Accounts;
import earshot.workbench.audio.CallAudio;
import earshot.workbench.audit.Audit;
import earshot.workbench.lookup.CallLookup;
import earshot.workbench.search.LiveSearch;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Pages;
import java.util.List;

/** Joins the parts of this package. */
public final class Calibration {
  private Calibration() {}

  /** Its features. */
  public static List<Feature> features(
      Pages pages,
      LiveSearch search,
      CallLookup calls,
      CallAudio audios,
      Accounts accounts,
      CalibrationStore store,
      List<Form> forms,
      Audit audit) {
    SetAccess sets = new SetAccess(store, calls);
    return List.of(
        new CalibrationFeature(pages, search, calls, accounts, store, sets, forms, audit),
        new SheetFeature(pages, audios, store, sets, forms, audit));
  }
}
