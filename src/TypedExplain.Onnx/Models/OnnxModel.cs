using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.ML.OnnxRuntime;
using TypedExplain.Errors;
using TypedExplain.Onnx.Files;
using TypedExplain.Onnx.Inputs;
using TypedExplain.Onnx.Outputs;
using TypedExplain.Onnx.Runtime;
using TypedExplain.Schema.Rows;

namespace TypedExplain.Onnx;

/// <summary>
/// A model of ONNX Runtime. Its inputs are bound to the record's features: one matrix of all columns, or inputs by name,
/// for a feature each or for the features of one property together. Its outputs are the scores of one of the model's.
/// </summary>
/// <remarks>
/// Safe to share between threads. Disposed of while another thread scores, it lets that batch end; the next is an
/// <see cref="ObjectDisposedException"/>. Numbers become what an input takes: float rounds them to single precision.
/// A missing value is NaN or the empty string where no input takes the feature that says so.
/// </remarks>
/// <typeparam name="T">The record that it scores.</typeparam>
public sealed partial class OnnxModel<T> : IModel<T>, IIdentifiedModel, IDisposable
    where T : IFeatureRecord<T>
{
    // Enough to see which dimension of an answer is the rows', and whether rows are answered apart.
    private const int TrialRows = 4;

    // What sums of single precision may differ by when they are taken in blocks of other sizes, as a share of the largest answer.
    private const double BatchTolerance = 1e-3;

    // Larger batches pay for their memory themselves.
    private const int MostKeptRows = 1 << 14;

    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly UseCount _uses;
    private readonly ConcurrentBag<Batch<T>> _kept = [];
    private readonly InputSource<T>[] _inputs;
    private readonly HashSet<Feature<T>> _read;
    private readonly string[] _inputNames;
    private readonly string[] _outputNames;
    private readonly OutputReader _output;
    private readonly OutputKind _kind;
    private readonly int _rowsAtATime;

    private OnnxModel(InferenceSession session, bool owned, OnnxOptions<T> options, OnnxGraph? graph)
    {
        _session = session;
        ImmutableArray<string> stored = StoredWith.Read<T>(session.ModelMetadata.CustomMetadataMap), classes = graph is null ? [] : ClassLabels.Of(graph);
        string output = OutputBinding.Choose(session, options.Output, graph);
        _inputs = InputSources.Of(session, GraphNeeds.Inputs(graph, output), options, out _read);
        _inputNames = [.. _inputs.Select(input => input.Form.Name)];
        _rowsAtATime = RowsAtATime();
        _outputNames = [output];
        _kind = OutputKinds.Of(graph, output);
        _output = Try(options, stored.IsEmpty ? classes : stored);
        _uses = new($"OnnxModel<{T.Schema.Name}>", () =>
        {
            foreach (Batch<T> batch in _kept)
                batch.Dispose();
            _run.Dispose();
            if (owned)
                session.Dispose();
        });
    }

    /// <summary>
    /// The name of the file and its SHA-256, as <c>sha256sum</c> prints it; where weights lie in files beside it, that of all of them
    /// together. Null for a session that exists already and for a file of more than 256 MB: say which model it is with
    /// <see cref="ModelIdentityExtensions.Identified"/>.
    /// </summary>
    public ModelIdentity? Identity { get; private init; }

    /// <summary>The names of the classes where the model tells them, or else the name of the output, with an index where it holds several numbers.</summary>
    public ImmutableArray<string> Outputs => _output.Classes;

    /// <summary>
    /// A probability where the file's graph ends in what makes one: a sigmoid, a softmax, or a classifier that answers with
    /// probabilities or with shares of its trees. Else a score, and for a session that exists already; say otherwise with
    /// <see cref="ModelKindExtensions.As"/>.
    /// </summary>
    /// <param name="output">Position of the output.</param>
    public OutputKind KindOf(int output) => _kind;

    /// <inheritdoc/>
    /// <exception cref="InvalidModelException">The runtime cannot run the model on these rows; the message says why.</exception>
    /// <exception cref="ObjectDisposedException">The model was disposed of.</exception>
    public void Score(EncodedRows<T> rows, Span<double> scores) => Score(rows, scores, CancellationToken.None);

    /// <inheritdoc/>
    /// <remarks>The runtime is told to end the run that is going on; it does so after the operator that it is at.</remarks>
    /// <exception cref="InvalidModelException">The runtime cannot run the model on these rows; the message says why.</exception>
    /// <exception cref="ObjectDisposedException">The model was disposed of.</exception>
    public void Score(EncodedRows<T> rows, Span<double> scores, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _uses.Enter();
        try
        {
            // Options that end a run are not shared with runs that others wait for.
            using RunOptions? own = cancellation.CanBeCanceled ? new() : null;
            using CancellationTokenRegistration ending = cancellation.Register(static run => ((RunOptions)run!).Terminate = true, own);
            for (int first = 0; first < rows.Count; first += _rowsAtATime)
            {
                int count = Math.Min(_rowsAtATime, rows.Count - first);
                cancellation.ThrowIfCancellationRequested();
                Run(own ?? _run, rows, first, count, scores.Slice(first * Outputs.Length, count * Outputs.Length));
            }
        }
        catch (OnnxRuntimeException error)
        {
            cancellation.ThrowIfCancellationRequested();
            throw Failed(rows.Count, error);
        }
        finally
        {
            _uses.Leave();
        }
    }

    /// <summary>
    /// Whether a feature fills an input on which the output depends; of what says that a value is missing, whether that value does.
    /// </summary>
    /// <param name="feature">The feature.</param>
    public bool Reads(Feature<T> feature) =>
        _read.Contains(feature) || (feature.Kind == FeatureKind.Missing && T.Schema.Features.Skip(feature.Index - feature.Covers).Take(feature.Covers).Any(_read.Contains));

    /// <summary>Lets the session go, once no thread scores any more; a session of the caller's stays open.</summary>
    public void Dispose() => _uses.Close();

    /// <summary>The inputs and outputs.</summary>
    public override string ToString() => $"OnnxModel of {NameList.Names(_inputs.Select(input => input.Form))} for {NameList.Names(Outputs)}";

    private void Run(RunOptions run, EncodedRows<T> rows, int first, int count, Span<double> scores)
    {
        Batch<T> batch = Taken(count);
        bool isWhole = false;
        try
        {
            batch.Fill(rows, first);
            if (batch.Room is null)
            {
                using IDisposableReadOnlyCollection<OrtValue> answers = _session.Run(run, _inputNames, batch.Values, _outputNames);
                _output.Read(answers[0], count, scores);
            }
            else
            {
                _session.Run(run, _inputNames, batch.Values, _outputNames, batch.Answers);
                _output.Read(batch.Room, scores);
            }

            isWhole = true;
        }
        finally
        {
            if (isWhole && count <= MostKeptRows)
                _kept.Add(batch);
            else
                batch.Dispose();
        }
    }

    private Batch<T> Taken(int count)
    {
        if (_kept.TryTake(out Batch<T>? kept))
        {
            if (kept.Count == count)
                return kept;
            kept.Dispose();
        }

        return new(_inputs, count, _output.Room(count));
    }

    /// <summary>Asks about records without meaning, to learn the shape of the answer and whether one row's depends on the others.</summary>
    private OutputReader Try(OnnxOptions<T> options, ImmutableArray<string> classes)
    {
        int count = Math.Min(TrialRows, _rowsAtATime);
        EncodedRows<T> rows = TrialRecords<T>.Rows(count, new double[count * T.Schema.Columns]);
        try
        {
            OutputReader reader;
            double[] together;
            using (Batch<T> batch = new(_inputs, count, room: null))
            {
                batch.Fill(rows, 0);
                using IDisposableReadOnlyCollection<OrtValue> answers = _session.Run(_run, _inputNames, batch.Values, _outputNames);
                reader = OutputBinding.Read(_outputNames[0], answers[0], count, options.Classes, classes);
                together = new double[count * reader.Classes.Length];
                reader.Read(answers[0], count, together);
            }

            if (count > 1)
                RequireRowsApart(reader, rows, together);
            return reader;
        }
        catch (OnnxRuntimeException error)
        {
            throw Failed(count, error);
        }
    }

    /// <summary>Explanations ask in batches of any size, so that a row's answer must not depend on its neighbors.</summary>
    private void RequireRowsApart(OutputReader reader, EncodedRows<T> rows, ReadOnlySpan<double> together)
    {
        int width = reader.Classes.Length;
        double[] alone = new double[width], sizes = new double[width];
        Array.Fill(sizes, 1);
        for (int i = 0; i < together.Length; i++)
            sizes[i % width] = double.IsFinite(together[i]) ? Math.Max(sizes[i % width], Math.Abs(together[i])) : sizes[i % width];
        using Batch<T> batch = new(_inputs, 1, room: null);
        for (int row = 0; row < rows.Count; row++)
        {
            batch.Fill(rows, row);
            using IDisposableReadOnlyCollection<OrtValue> answers = _session.Run(_run, _inputNames, batch.Values, _outputNames);
            reader.Read(answers[0], 1, alone);
            for (int i = 0; i < width; i++)
            {
                double other = together[(row * width) + i];
                if (!alone[i].Equals(other) && !(Math.Abs(alone[i] - other) <= BatchTolerance * sizes[i]))
                    throw new InvalidModelException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The answer of the model to a row depends on the other rows of the batch: {reader.Classes[i]} is {alone[i]} for a row by itself and {other} in a batch of {rows.Count}. Such a model cannot be explained row by row. Export it without what looks across rows, or with a first dimension fixed to 1."));
            }
        }
    }

    private int RowsAtATime()
    {
        int[] rows = [.. _inputs.Select(input => input.Form.Shape[0]).Distinct()];
        return rows switch
        {
            [-1] => int.MaxValue,
            [1] => 1,
            _ when Array.Find(_inputs, input => input.Form.Shape[0] > 1) is { } many => throw new InvalidModelException($"Input {many.Form} of the model takes exactly {many.Form.Shape[0]} rows at a time; export it with an open first dimension, or with 1."),
            _ => 1,
        };
    }

    private InvalidModelException Failed(int rows, OnnxRuntimeException error) =>
        new($"ONNX Runtime cannot run the model on {rows} rows of {T.Schema.Name}, with the inputs {NameList.Names(_inputs.Select(input => input.Form))}: {Sessions.Reason(error)}.", error);
}
