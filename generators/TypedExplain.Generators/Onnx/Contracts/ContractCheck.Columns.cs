using TypedExplain.Generators.Diagnostics;

namespace TypedExplain.Generators.Onnx.Contracts;

internal sealed partial class ContractCheck
{
    /// <summary>Compares the names of a matrix's columns with the features; says whether all is well.</summary>
    private bool CheckColumns(FilledInput input, IReadOnlyList<string> columns)
    {
        List<Slot> slots = input.Slots;
        int[] places = [.. columns.Select(column => PlaceOf(slots, column))];
        int before = _found.Count;
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] < 0)
                AtRecord(OnnxDescriptors.MissingFeature, $"column '{columns[i]}' of input '{input.Input.Name}'", File, NameKey.Property(columns[i]));
        }

        foreach (string property in slots.Where((slot, i) => !slot.IsFlag && !places.Contains(i)).Select(slot => slot.Property).Distinct())
            At(OnnxDescriptors.ExtraFeature, property, File, "the columns " + Quoted(columns), ListUnused(property));
        if (_found.Count > before)
            return false;

        return Array.TrueForAll([.. places.Skip(1).Zip(places, (next, own) => next >= own)], isInOrder => isInOrder)
            ? CategoriesInOrder(input, columns, places)
            : Misplaced(input, columns, places);
    }

    /// <summary>Reports the first feature that stands where the model has another one's columns.</summary>
    private bool Misplaced(FilledInput input, IReadOnlyList<string> columns, int[] places)
    {
        int[] sorted = [.. places.OrderBy(place => place)];
        int column = Enumerable.Range(0, places.Length).First(i => places[i] != sorted[i]);
        string[] order = [.. places.Select(place => input.Slots[place].Property).Distinct()];
        At(
            OnnxDescriptors.WrongOrder,
            input.Slots[sorted[column]].Property,
            File,
            input.Input.Name,
            FormattableString.Invariant($"stands where '{columns[column]}' is column {column}"),
            $"put the properties in the order {Listed.Names(order)}, and the columns of each side by side");
        return false;
    }

    /// <summary>Whether the columns of each one-hot category have the order of its names.</summary>
    private bool CategoriesInOrder(FilledInput input, IReadOnlyList<string> columns, int[] places)
    {
        foreach ((Slot slot, int place) in input.Slots.Select((slot, i) => (slot, i)))
        {
            int first = Array.IndexOf(places, place);
            string[] own = [.. columns.Where((_, column) => places[column] == place)];
            if (!slot.Feature.IsCategory || slot.IsFlag || slot.Columns != own.Length || own.Length < 2)
                continue;
            for (int i = 0; i < own.Length; i++)
            {
                if (NameKey.Of(own[i]) == NameKey.Of(slot.Name + slot.Feature.Categories[i]))
                    continue;
                At(
                    OnnxDescriptors.WrongOrder,
                    slot.Property,
                    File,
                    input.Input.Name,
                    FormattableString.Invariant($"has the category '{slot.Feature.Categories[i]}' where '{own[i]}' is column {first + i}"),
                    "name and order its categories as the columns " + Quoted(own));
                return false;
            }
        }

        return true;
    }

    /// <summary>The feature that a column is of: by its whole name, or by the longest name that the column's begins with before a category's.</summary>
    private static int PlaceOf(List<Slot> slots, string column)
    {
        string key = NameKey.Of(column);
        int exact = slots.FindIndex(slot => NameKey.Of(slot.Name) == key);
        if (exact >= 0)
            return exact;
        return slots
            .Select((slot, i) => (Key: NameKey.Of(slot.Name), Slot: slot, Place: i))
            .Where(own => own.Slot.Columns > 1 && key.StartsWith(own.Key, StringComparison.Ordinal))
            .OrderByDescending(own => own.Key.Length)
            .Select(own => own.Place)
            .DefaultIfEmpty(-1)
            .First();
    }
}
