using System.Collections.Concurrent;
using TypedExplain.Training.Networks;

namespace TypedExplain.Training.Models;

/// <summary>A network with its parameters and the way from encoded rows to its inputs. Immutable but for memory that threads lend each other.</summary>
internal sealed class RowNetwork<T>(InputMap<T> map, INetwork<float> network, float[] parameters)
    where T : IFeatureRecord<T>
{
    /// <summary>Rows at a time: enough to make packing the weights worth it, few enough to stay in the cache.</summary>
    private const int BlockRows = 512;

    private readonly ConcurrentBag<NetworkWorker> _workers = [];

    public InputMap<T> Map => map;

    public INetwork<float> Network => network;

    public float[] Parameters => parameters;

    /// <summary>The network's outputs.</summary>
    public void Score(ReadOnlySpan<double> rows, Span<double> raw)
    {
        int columns = T.Schema.Columns, count = rows.Length / columns;
        NetworkWorker worker = _workers.TryTake(out NetworkWorker? idle) ? idle : new(network);
        for (int first = 0; first < count; first += BlockRows)
        {
            int block = Math.Min(BlockRows, count - first);
            Span<float> answers = Forward(worker, rows.Slice(first * columns, block * columns), block);
            for (int i = 0; i < answers.Length; i++)
                raw[(first * network.Outputs) + i] = answers[i];
        }

        _workers.Add(worker);
    }

    /// <summary>The gradient, with respect to the columns of each row, of a function of the network's outputs.</summary>
    /// <param name="rows">The encoded rows.</param>
    /// <param name="slopes">Given a row's outputs, how the function changes with each of them.</param>
    /// <param name="gradients">Where the gradients go.</param>
    public void Gradient(ReadOnlySpan<double> rows, OutputSlopes slopes, Span<double> gradients)
    {
        int columns = T.Schema.Columns, count = rows.Length / columns, outputs = network.Outputs;
        NetworkWorker worker = _workers.TryTake(out NetworkWorker? idle) ? idle : new(network);
        for (int first = 0; first < count; first += BlockRows)
        {
            int block = Math.Min(BlockRows, count - first);
            ReadOnlySpan<double> own = rows.Slice(first * columns, block * columns);
            Span<float> answers = Forward(worker, own, block);
            Span<float> outputGradient = worker.Activations.OutputGradient(block);
            Span<double> memory = worker.Outputs.Take(2 * outputs);
            for (int row = 0; row < block; row++)
            {
                for (int i = 0; i < outputs; i++)
                    memory[i] = answers[(row * outputs) + i];
                slopes(memory[..outputs], memory[outputs..]);
                for (int i = 0; i < outputs; i++)
                    outputGradient[(row * outputs) + i] = (float)memory[outputs + i];
            }

            Span<float> inputGradient = worker.InputGradient.Take(block * map.Inputs);
            network.Backward(parameters, worker.Inputs.Take(block * map.Inputs), block, worker.Activations, default, inputGradient);
            for (int row = 0; row < block; row++)
                map.CarryBack(own.Slice(row * columns, columns), inputGradient.Slice(row * map.Inputs, map.Inputs), gradients.Slice((first + row) * columns, columns));
        }

        _workers.Add(worker);
    }

    private Span<float> Forward(NetworkWorker worker, ReadOnlySpan<double> rows, int count)
    {
        Span<float> inputs = worker.Inputs.Take(count * map.Inputs);
        map.Write(rows, inputs);
        return network.Forward(parameters, inputs, count, worker.Activations);
    }
}

/// <summary>Given a row's outputs, how a function of them changes with each.</summary>
internal delegate void OutputSlopes(ReadOnlySpan<double> outputs, Span<double> slopes);
