using Microsoft.ML;
using Microsoft.ML.Data;

namespace TypedExplain.ML.Views;

/// <summary>Columns that no record has, filled with values without meaning: a pipeline may ask for the label that it was trained on although nothing depends on it.</summary>
internal static class FillerColumns<T>
    where T : IFeatureRecord<T>
{
    /// <summary>How many values there are to try.</summary>
    public const int Variants = 5;

    private static readonly double[] s_numbers = [0, 1, -1e6, 1e6, 7.5];

    private static readonly string[] s_texts = ["", "a", "B", "0", "true"];

    /// <summary>A column that holds the same value in every row; null where there is none of its type.</summary>
    /// <param name="wanted">The column of the pipeline.</param>
    /// <param name="variant">Which value, from 0.</param>
    public static ViewColumn<T>? Of(DataViewSchema.Column wanted, int variant)
    {
        double number = s_numbers[variant];
        return wanted.Type switch
        {
            TextDataViewType => Value(wanted, s_texts[variant].AsMemory()),
            BooleanDataViewType => Value(wanted, variant % 2 == 1),
            KeyDataViewType key when key.RawType == typeof(uint) => Value(wanted, (uint)Math.Min((ulong)variant, key.Count)),
            NumberDataViewType type when type == NumberDataViewType.Single => Value(wanted, (float)number),
            NumberDataViewType type when type == NumberDataViewType.Double => Value(wanted, number),
            NumberDataViewType type when type == NumberDataViewType.Int64 => Value(wanted, (long)number),
            NumberDataViewType type when type == NumberDataViewType.Int32 => Value(wanted, (int)number),
            VectorDataViewType { IsKnownSize: true } vector when vector.ItemType == NumberDataViewType.Single => Value(wanted, new VBuffer<float>(vector.Size, [.. Enumerable.Repeat((float)number, vector.Size)])),
            _ => null,
        };
    }

    private static ValueColumn<T, TValue> Value<TValue>(DataViewSchema.Column wanted, TValue value) => new(wanted.Name, wanted.Type, [], (_, _) => value, wanted.Annotations);
}
