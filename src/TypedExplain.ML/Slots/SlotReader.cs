using System.Collections.Immutable;
using Microsoft.ML;
using Microsoft.ML.Data;
using TypedExplain.ML.Pipelines;

namespace TypedExplain.ML.Slots;

/// <summary>Reads the vector of features that a pipeline makes of rows, before its trees.</summary>
/// <param name="pipeline">The pipeline.</param>
/// <param name="before">What stands before its trees.</param>
/// <param name="column">The column of the vector.</param>
internal sealed class SlotReader<T>(BoundPipeline<T> pipeline, ImmutableArray<ITransformer> before, string column)
    where T : IFeatureRecord<T>
{
    // Rows of a block, so that memory does not grow with what is asked.
    private const int Block = 4096;

    /// <summary>Hands out the slots of rows, one row after the other.</summary>
    /// <param name="encoded">The encoded rows.</param>
    /// <param name="take">Is given the row's position and its slots.</param>
    public void Read(double[] encoded, Action<int, ReadOnlyMemory<float>> take)
    {
        int columns = T.Schema.Columns, count = encoded.Length / columns;
        float[] dense = [];
        for (int first = 0; first < count; first += Block)
        {
            int some = Math.Min(Block, count - first);
            IDataView view = Apply(pipeline.View(new EncodedRows<T>(encoded.AsSpan(first * columns, some * columns))));
            DataViewSchema.Column vector = view.Schema[column];
            using DataViewRowCursor cursor = view.GetRowCursor([vector]);
            ValueGetter<VBuffer<float>> getter = cursor.GetGetter<VBuffer<float>>(vector);
            VBuffer<float> slots = default;
            for (int row = first; cursor.MoveNext(); row++)
            {
                getter(ref slots);
                if (dense.Length != slots.Length)
                    dense = new float[slots.Length];
                slots.CopyTo(dense);
                take(row, dense);
            }
        }
    }

    /// <summary>What the slots are called; numbers where the pipeline does not tell.</summary>
    public string[] Names(int count)
    {
        string[] names = [.. Enumerable.Range(0, count).Select(i => $"{column}[{i}]")];
        IDataView view = Apply(pipeline.View(new EncodedRows<T>(new double[T.Schema.Columns])));
        if (view.Schema[column].Annotations.Schema.GetColumnOrNull("SlotNames") is not { Type: VectorDataViewType { ItemType: TextDataViewType } type } || type.Size != count)
            return names;
        VBuffer<ReadOnlyMemory<char>> told = default;
        view.Schema[column].Annotations.GetValue("SlotNames", ref told);
        int place = 0;
        foreach (ReadOnlyMemory<char> name in told.DenseValues())
        {
            if (!name.IsEmpty)
                names[place] = $"{names[place]} ({name})";
            place++;
        }

        return names;
    }

    private IDataView Apply(IDataView view) => before.Aggregate(view, (made, part) => part.Transform(made));
}
