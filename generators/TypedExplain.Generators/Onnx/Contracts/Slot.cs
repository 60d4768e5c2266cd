using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Onnx.Contracts;

/// <summary>One feature of a record as the schema has it: an element of an array and a feature of an inner record by themselves.</summary>
/// <param name="Name">Its name: "Age", "Prices[3]", "Address.Income".</param>
/// <param name="Property">The property of the record that it is a part of.</param>
/// <param name="Feature">The property that states its type.</param>
/// <param name="Columns">How many columns it fills.</param>
/// <param name="MayBeMissing">Whether it may have no value.</param>
/// <param name="IsFlag">Whether it says that there is no value of another one.</param>
internal sealed record Slot(string Name, string Property, FeatureModel Feature, int Columns, bool MayBeMissing, bool IsFlag)
{
    /// <summary>The part of the name that an input for the whole property would have.</summary>
    public string Root => Name.Split('.', '[')[0];

    /// <summary>The slots of a record, in the order of the schema.</summary>
    /// <param name="record">The record.</param>
    /// <param name="others">All records of the project, by their names in code.</param>
    public static List<Slot> Of(RecordModel record, IReadOnlyDictionary<string, RecordModel> others)
    {
        List<Slot> slots = [];
        foreach (FeatureModel feature in record.Features)
            Add(feature, "", feature.Name, isMissing: false, others, slots);
        return slots;
    }

    private static void Add(FeatureModel feature, string prefix, string property, bool isMissing, IReadOnlyDictionary<string, RecordModel> others, List<Slot> slots)
    {
        bool mayBeMissing = isMissing || feature.IsNullable;
        if (feature.Inner is { } inner)
        {
            if (others.TryGetValue(inner.FullName.Replace("@", ""), out RecordModel? record))
            {
                foreach (FeatureModel own in record.Features)
                    Add(own, prefix + feature.Name + ".", property, mayBeMissing, others, slots);
            }
        }
        else if (feature.Length is { } length)
        {
            for (int i = 0; i < length; i++)
                slots.Add(new(FormattableString.Invariant($"{prefix}{feature.Name}[{i}]"), property, feature, feature.ValueColumns / length, mayBeMissing, IsFlag: false));
        }
        else
        {
            slots.Add(new(prefix + feature.Name, property, feature, feature.ValueColumns, mayBeMissing, IsFlag: false));
        }

        if (feature.IsNullable)
            slots.Add(new(prefix + feature.MissingName, property, feature, 1, MayBeMissing: false, IsFlag: true));
    }
}
