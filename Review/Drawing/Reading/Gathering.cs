using Review.Model;

namespace Review.Drawing.Reading;

/// <summary>Makes one card of many alike in a box, so that a large stack stays legible.</summary>
internal static class Gathering
{
    /// <summary>The cards that are left, each with its key.</summary>
    public static List<CardDraft> Of(IEnumerable<CardDraft> drafts)
    {
        var (cards, keys) = (new List<CardDraft>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var alike in drafts.GroupBy(draft => (draft.Box, Family: draft.Type.Family ?? draft.Type.Title)))
        {
            var all = alike
                .OrderBy(draft => draft.First.Name, StringComparer.Ordinal)
                .ThenBy(draft => draft.First.Urn, StringComparer.Ordinal)
                .ToList();
            if (all.Count <= all[0].Type.Most)
            {
                foreach (var draft in all)
                    cards.Add(Named(draft, CardNames.Key(CardNames.KindOf(draft.First.Type), draft.First.Name), keys));
                continue;
            }
            foreach (var other in all.Skip(1))
                all[0].Take(other);
            cards.Add(Named(all[0], CardNames.Key("many", $"{alike.Key.Box}.{alike.Key.Family}"), keys));
        }
        return cards;
    }

    // Resources of one name below different parents.
    private static CardDraft Named(CardDraft draft, string key, HashSet<string> keys)
    {
        draft.Key = key;
        for (var number = 2; !keys.Add(draft.Key); number++)
            draft.Key = $"{key}.{number}";
        return draft;
    }
}
