package earshot.workbench.playlist;

import earshot.data.DataFolder;
import earshot.score.form.Form;
import earshot.workbench.audit.Audit;
import earshot.workbench.lookup.CallLookup;
import earshot.workbench.search.LiveSearch;
import earshot.workbench.web.Feature;
import earshot.workbench.web.Pages;
import java.util.List;

/** Joins the parts of this package. */
public final class Playlists {
  private Playlists() {}

  /** Its features. */
  public static List<Feature> features(
      Pages pages,
      DataFolder folder,
      LiveSearch search,
      CallLookup calls,
      PlaylistStore store,
      ClipCopies copies,
      List<Form> forms,
      Audit audit) {
    PlaylistDesk desk = new PlaylistDesk(store, copies);
    PlaylistViews views = new PlaylistViews(folder, copies, forms);
    ClipFinder finder = new ClipFinder(search, calls, views);
    return List.of(
        new PlaylistsFeature(pages, store, copies, desk, views, finder, audit),
        new ClipsFeature(pages, calls, store, copies, desk, views, audit));
  }
}
