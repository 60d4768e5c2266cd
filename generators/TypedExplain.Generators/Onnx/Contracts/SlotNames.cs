using TypedExplain.Schema.Values;

namespace TypedExplain.Generators.Onnx.Contracts;

/// <summary>Finds the features that columns are named after.</summary>
internal sealed class SlotNames
{
    private readonly Dictionary<string, int> _whole = [];
    private readonly Dictionary<string, int> _beginnings = [];
    private readonly int _longest;

    public SlotNames(List<Slot> slots)
    {
        for (int place = slots.Count - 1; place >= 0; place--)
        {
            string key = NameKey.Of(slots[place].Name);
            _whole[key] = place;
            if (slots[place].Columns <= 1)
                continue;
            _beginnings[key] = place;
            _longest = Math.Max(_longest, key.Length);
        }
    }

    /// <summary>The feature that a column is of: by its whole name, or by the longest name that the column's begins with before a category's; −1 where it is of none.</summary>
    public int PlaceOf(string column)
    {
        string key = NameKey.Of(column);
        if (_whole.TryGetValue(key, out int exact))
            return exact;
        for (int length = Math.Min(key.Length, _longest); length >= 0; length--)
        {
            if (_beginnings.TryGetValue(key.Substring(0, length), out int place))
                return place;
        }

        return -1;
    }
}
