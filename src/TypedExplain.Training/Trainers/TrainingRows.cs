using TypedExplain.Training.Models;

namespace TypedExplain.Training.Trainers;

/// <summary>The rows of a data set as a network sees them.</summary>
internal sealed class TrainingRows<T>
    where T : IFeatureRecord<T>
{
    private readonly Dataset<T> _data;
    private readonly float[] _inputs;
    private readonly int _width;

    public TrainingRows(Dataset<T> data, InputMap<T> map, OutputForm form)
    {
        _data = data;
        _width = map.Inputs;
        _inputs = new float[checked(data.Count * map.Inputs)];
        map.Write(data.Encoded.Values, _inputs.AsSpan());
        Targets = form.Targets(data);
    }

    public int Count => _data.Count;

    /// <summary>One target per row, in the units of the network.</summary>
    public double[] Targets { get; }

    /// <summary>The inputs of all rows, row after row.</summary>
    public ReadOnlyMemory<float> Inputs => _inputs;

    /// <summary>An encoded row.</summary>
    public ReadOnlySpan<double> Encoded(int row) => _data.Encoded[row];

    /// <summary>Puts together the rows of a minibatch.</summary>
    public void Gather(ReadOnlySpan<int> rows, Span<float> inputs, Span<double> targets)
    {
        for (int i = 0; i < rows.Length; i++)
        {
            _inputs.AsSpan(rows[i] * _width, _width).CopyTo(inputs[(i * _width)..]);
            targets[i] = Targets[rows[i]];
        }
    }
}
