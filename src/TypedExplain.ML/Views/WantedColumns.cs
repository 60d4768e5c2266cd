using Microsoft.ML;
using Microsoft.ML.Data;
using TypedExplain.Errors;
using TypedExplain.Schema.Values;

namespace TypedExplain.ML.Views;

/// <summary>Makes the columns that a pipeline was trained on of what a record has: by the letters and digits of their names, each in its own type.</summary>
/// <param name="inputs">Which column takes a feature, where names do not tell.</param>
internal sealed class WantedColumns<T>(IReadOnlyDictionary<Feature<T>, string> inputs)
    where T : IFeatureRecord<T>
{
    /// <summary>The column of a record for one of a pipeline.</summary>
    /// <param name="wanted">The column of the pipeline.</param>
    /// <returns>Null where nothing of the record has that name.</returns>
    /// <exception cref="InvalidModelException">The record has it in a form that the column does not hold, or several of them.</exception>
    public ViewColumn<T>? Of(DataViewSchema.Column wanted)
    {
        Feature<T>[] features = Named(wanted.Name);
        if (T.Schema.Media.FirstOrDefault(media => NameKey.Of(media.Name) == NameKey.Of(wanted.Name)) is { } text)
            return text.IsText && wanted.Type is TextDataViewType ? OwnColumns<T>.Text(wanted.Name, text) : throw Refused(wanted, text, "only a text fills a column, and the column must hold texts");
        if (wanted.Type is VectorDataViewType vector)
            return Vector(wanted, vector, features);
        return features switch
        {
            [] => null,
            [var one] => wanted.Type switch
            {
                TextDataViewType => Text(wanted, one),
                BooleanDataViewType => Flag(wanted, one),
                KeyDataViewType => KeyColumns<T>.Of(wanted, one),
                NumberDataViewType number => Number(wanted, number, one),
                _ => throw Refused(wanted, one, "numbers, flags, texts and keys are filled"),
            },
            _ => throw new InvalidModelException($"Column {wanted.Name} of the pipeline holds one {wanted.Type}, and {T.Schema.Name} has {features.Length} numbers of that name."),
        };
    }

    private Feature<T>[] Named(string column)
    {
        // In the record's order, since a dictionary has none.
        Feature<T>[] given = [.. inputs.Where(input => input.Value == column).Select(input => input.Key).OrderBy(feature => feature.Index)];
        if (given.Length > 0)
            return given;
        Feature<T>[] left = [.. T.Schema.Features.Where(feature => !inputs.ContainsKey(feature))];
        Feature<T>[] whole = [.. left.Where(feature => NameKey.Of(feature.Name) == NameKey.Of(column))];
        return whole.Length > 0 ? whole : [.. left.Where(feature => OwnColumns<T>.Root(feature) != feature.Name && NameKey.Of(OwnColumns<T>.Root(feature)) == NameKey.Of(column))];
    }

    private static ViewColumn<T>? Vector(DataViewSchema.Column wanted, VectorDataViewType type, Feature<T>[] features)
    {
        NumberSlot<T>[] slots = NumberSlot<T>.All(features);
        if (features.Length == 0)
        {
            // The column of everything, as ToDataView makes it.
            if (wanted.Name != OwnColumns<T>.Features)
                return null;
            slots = NumberSlot<T>.All(T.Schema.Features);
            RequireNames(wanted, slots);
        }

        if (type.Size != slots.Length)
            throw new InvalidModelException($"Column {wanted.Name} of the pipeline holds {type.Size} numbers, and {(features.Length == 0 ? $"{T.Schema.Name} fills" : $"{NameList.Names(features)} of {T.Schema.Name} fill")} {slots.Length}. Train the pipeline on columns of the record, as ToDataView makes them.");
        return type.ItemType == NumberDataViewType.Single ? new VectorColumn<T, float>(wanted.Name, NumberDataViewType.Single, slots, number => (float)number)
            : type.ItemType == NumberDataViewType.Double ? new VectorColumn<T, double>(wanted.Name, NumberDataViewType.Double, slots, number => number)
            : throw new InvalidModelException($"Column {wanted.Name} of the pipeline holds {type}; vectors of Single and Double are filled.");
    }

    /// <summary>Refuses a vector of everything that says of its places that they are something else.</summary>
    private static void RequireNames(DataViewSchema.Column wanted, NumberSlot<T>[] slots)
    {
        if (wanted.Annotations.Schema.GetColumnOrNull("SlotNames") is not { Type: VectorDataViewType { ItemType: TextDataViewType } type } || type.Size != slots.Length)
            return;
        VBuffer<ReadOnlyMemory<char>> names = default;
        wanted.Annotations.GetValue("SlotNames", ref names);
        int place = 0;
        foreach (ReadOnlyMemory<char> name in names.DenseValues())
        {
            NumberSlot<T> slot = slots[place++];
            if (!name.IsEmpty && NameKey.Of(name.ToString()) != NameKey.Of(slot.Name))
                throw new InvalidModelException($"Column {wanted.Name} of the pipeline holds {VisibleText.Name(name.ToString())} at place {place - 1}, where {T.Schema.Name} has {slot.Name}. Train the pipeline on columns of the record, as ToDataView makes them.");
        }
    }

    private static ViewColumn<T> Text(DataViewSchema.Column wanted, Feature<T> feature) =>
        feature.Categories.IsEmpty ? throw Refused(wanted, feature, "texts are the names of categories and ranks") : OwnColumns<T>.Name(wanted.Name, feature);

    private static ValueColumn<T, bool> Flag(DataViewSchema.Column wanted, Feature<T> feature)
    {
        if (feature.Kind is not (FeatureKind.Flag or FeatureKind.Missing))
            throw Refused(wanted, feature, "only flags are true or false");
        if (T.Schema.IsNullable(feature))
            throw Refused(wanted, feature, "nothing of that type stands for a missing value");
        return new(wanted.Name, BooleanDataViewType.Instance, [feature], (rows, row) => rows[row][feature.Column] != 0);
    }

    private static ViewColumn<T> Number(DataViewSchema.Column wanted, NumberDataViewType type, Feature<T> feature)
    {
        if (feature.Kind == FeatureKind.Category && feature.Encoding is not (CategoryEncoding.Code or CategoryEncoding.Given))
            throw Refused(wanted, feature, "the record does not say which number stands for a category; encode it with [EncodedAs]");
        NumberSlot<T> slot = NumberSlot<T>.Of(feature);
        if (type == NumberDataViewType.Single)
            return new ValueColumn<T, float>(wanted.Name, type, [feature], (rows, row) => (float)slot.Read(rows[row]));
        if (type == NumberDataViewType.Double)
            return new ValueColumn<T, double>(wanted.Name, type, [feature], (rows, row) => slot.Read(rows[row]));
        if (feature.Kind == FeatureKind.Real || (feature.Kind == FeatureKind.Category && feature.Encoding == CategoryEncoding.Given))
            throw Refused(wanted, feature, "a whole number would lose its fraction");
        if (T.Schema.IsNullable(feature))
            throw Refused(wanted, feature, "no whole number stands for a missing value");
        if (type == NumberDataViewType.Int64)
            return new ValueColumn<T, long>(wanted.Name, type, [feature], (rows, row) => (long)slot.Read(rows[row]));
        (double least, double most) = type == NumberDataViewType.Int32 ? (int.MinValue, int.MaxValue) : type == NumberDataViewType.Int16 ? (short.MinValue, short.MaxValue) : type == NumberDataViewType.Byte ? (byte.MinValue, byte.MaxValue) : (double.NaN, double.NaN);
        bool fits = !feature.IsNumeric || feature.Kind == FeatureKind.Ordinal || (feature.Limits.Minimum >= least && feature.Limits.Maximum <= most);
        if (double.IsNaN(least))
            throw Refused(wanted, feature, "whole numbers are filled as Byte, Int16, Int32 or Int64");
        if (!fits)
            throw Refused(wanted, feature, $"values may be {feature.Limits}, which {type} cannot hold; state a range with [Numeric]");
        return type == NumberDataViewType.Int32 ? new ValueColumn<T, int>(wanted.Name, type, [feature], (rows, row) => (int)slot.Read(rows[row]))
            : type == NumberDataViewType.Int16 ? new ValueColumn<T, short>(wanted.Name, type, [feature], (rows, row) => (short)slot.Read(rows[row]))
            : new ValueColumn<T, byte>(wanted.Name, type, [feature], (rows, row) => (byte)slot.Read(rows[row]));
    }

    /// <summary>An exception about a column that a feature cannot fill.</summary>
    public static InvalidModelException Refused(DataViewSchema.Column wanted, object feature, string reason) =>
        new($"{T.Schema.Name}.{feature}{(feature is Feature<T> own ? $", of kind {own.Kind}," : "")} cannot fill column {wanted.Name} of the pipeline, which holds {wanted.Type}: {reason}.");
}
