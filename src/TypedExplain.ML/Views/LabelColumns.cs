using Microsoft.ML;
using Microsoft.ML.Data;

namespace TypedExplain.ML.Views;

/// <summary>The columns of what a model is to predict.</summary>
internal static class LabelColumns<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The column that trainers look at.</summary>
    public const string Label = "Label";

    /// <summary>The column of the names of classes.</summary>
    public const string LabelName = "LabelName";

    private const int Two = 2;

    /// <summary>"Label" and, of classes, "LabelName".</summary>
    public static IEnumerable<ViewColumn<T>> Of(Target target)
    {
        if (!target.IsClass)
        {
            yield return new ValueColumn<T, float>(Label, NumberDataViewType.Single, [], (rows, row) => (float)rows.Target!.Values[(int)row]);
            yield break;
        }

        ReadOnlyMemory<char>[] names = [.. target.Classes.Select(name => name.AsMemory())];
        if (names.Length == Two)
            yield return new ValueColumn<T, bool>(Label, BooleanDataViewType.Instance, [], (rows, row) => rows.Target!.Values[(int)row] == 1);
        else
            yield return new ValueColumn<T, uint>(Label, new KeyDataViewType(typeof(uint), names.Length), [], (rows, row) => (uint)rows.Target!.Values[(int)row] + 1, KeyValues(names));
        yield return new ValueColumn<T, ReadOnlyMemory<char>>(LabelName, TextDataViewType.Instance, [], (rows, row) => names[(int)rows.Target!.Values[(int)row]]);
    }

    private static DataViewSchema.Annotations KeyValues(ReadOnlyMemory<char>[] names)
    {
        DataViewSchema.Annotations.Builder builder = new();
        builder.Add("KeyValues", new VectorDataViewType(TextDataViewType.Instance, names.Length), (ref VBuffer<ReadOnlyMemory<char>> value) => value = new(names.Length, names));
        return builder.ToAnnotations();
    }
}
