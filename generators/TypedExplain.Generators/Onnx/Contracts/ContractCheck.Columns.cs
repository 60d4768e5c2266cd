using TypedExplain.Errors;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;
using TypedExplain.Schema.Values;

namespace TypedExplain.Generators.Onnx.Contracts;

internal sealed partial class ContractCheck
{
    /// <summary>Compares the names of a matrix's columns with the features; says whether all is well.</summary>
    private bool CheckColumns(FilledInput input, EquatableArray<string> columns)
    {
        List<Slot> slots = input.Slots;
        SlotNames names = new(slots);
        int[] places = [.. columns.Select(names.PlaceOf)];
        HashSet<int> taken = [.. places];
        string all = "the columns " + Quoted(columns);
        int before = _found.Count;
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] < 0)
                AtRecord(OnnxDescriptors.MissingFeature, $"column '{columns[i]}' of input '{input.Input.Name}'", File, PropertyName.From(columns[i]));
        }

        foreach (string property in slots.Where((slot, i) => !slot.IsFlag && !taken.Contains(i)).Select(slot => slot.Property).Distinct())
            At(OnnxDescriptors.ExtraFeature, property, File, all, ListUnused(property));
        if (_found.Count > before)
            return false;

        return Array.TrueForAll([.. places.Skip(1).Zip(places, (next, own) => next >= own)], isInOrder => isInOrder)
            ? CategoriesInOrder(input, columns, places)
            : Misplaced(input, columns, places);
    }

    /// <summary>Reports the first feature that stands where the model has another one's columns.</summary>
    private bool Misplaced(FilledInput input, EquatableArray<string> columns, int[] places)
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
            $"put the properties in the order {NameList.Names(order)}, and the columns of each side by side");
        return false;
    }

    /// <summary>Whether the columns of each one-hot category have the order of its names.</summary>
    private bool CategoriesInOrder(FilledInput input, EquatableArray<string> columns, int[] places)
    {
        ILookup<int, int> columnsOf = Enumerable.Range(0, places.Length).ToLookup(column => places[column]);
        foreach ((Slot slot, int place) in input.Slots.Select((slot, i) => (slot, i)))
        {
            int first = columnsOf[place].DefaultIfEmpty(-1).First();
            string[] own = [.. columnsOf[place].Select(column => columns[column])];
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
}
