using System.Diagnostics;
using TypedExplain.Training.Kernels;
using TypedExplain.Training.Models;
using TypedExplain.Training.Networks;

namespace TypedExplain.Training.Trainers;

/// <summary>One training, from the first step to the last. It is a function of plan, data and what it goes on from.</summary>
internal sealed class TrainingRun<T>
    where T : IFeatureRecord<T>
{
    private readonly TrainingPlan<T> _plan;
    private readonly InputMap<T> _map;
    private readonly OutputForm _form;
    private readonly TrainingRows<T> _train, _validation;
    private readonly Perceptron<float> _network;
    private readonly Objective<float> _objective;
    private readonly RegularizerPart<T>[] _parts;
    private readonly ShuffledOrder _order, _pointOrder;
    private readonly float[] _parameters, _gradient;
    private readonly Adam<float> _adam;
    private readonly int[] _rows, _points;
    private readonly int _rowsPerPoint, _sharedRows;
    private readonly double[] _targets;
    private readonly Scratch<float> _inputs = new();
    private readonly Scratch<float> _validationInputs = new();
    private readonly List<TrainingEpoch> _history = [];
    private float[] _best = [];
    private int _bestEpoch;
    private double _bestTotal = double.NaN;

    public TrainingRun(TrainingPlan<T> plan, Dataset<T> train, Dataset<T> validation, OutputForm form)
    {
        _plan = plan;
        _form = form;
        _map = InputMap<T>.Of(train);
        _train = new(train, _map, form);
        _validation = new(validation, _map, form);
        _network = new([_map.Inputs, .. plan.HiddenUnits, form.Width], Mlp<T>.Slope);
        _objective = new(_network, form.Kind, plan.MaxThreads);
        _parts = [.. plan.Regularizers.Select(regularizer => new RegularizerPart<T>(regularizer, _map, train.Statistics))];
        _order = new(new RandomStream(plan.Seed, "batches"), train.Count);
        _pointOrder = new(new RandomStream(plan.Seed, "regularized points"), train.Count);
        _parameters = new float[_network.ParameterCount];
        _gradient = new float[_network.ParameterCount];
        _adam = new(_network.ParameterCount, plan.LearningRate);
        _rowsPerPoint = _parts.Sum(part => part.RowsPerPoint);
        _rows = new int[plan.BatchSize];
        _points = new int[plan.RegularizationBatchSize];
        _targets = new double[plan.BatchSize];
        _sharedRows = SharedRows.Count(validation, train);
    }

    /// <summary>Whether a state has the parameters and regularizers of a plan.</summary>
    public static bool Fits(TrainingState state, TrainingPlan<T> plan, OutputForm form) =>
        state.Lambdas.Length == plan.Regularizers.Length
        && AffineLayers.CountParameters([new InputMap<T>(new double[T.Schema.Features.Length], new double[T.Schema.Features.Length]).Inputs, .. plan.HiddenUnits, form.Width]) == state.Parameters.Length;

    private int StepsPerEpoch => Math.Max(1, _train.Count / _plan.BatchSize);

    public Mlp<T> Run(TrainingState? from, Action<TrainingCheckpoint<T>>? checkpointed, IProgress<TrainingProgress>? progress, CancellationToken cancellation)
    {
        if (from is null)
        {
            _network.Initialize(new RandomStream(_plan.Seed, "weights"), _parameters);
            Calibrate();
        }
        else
        {
            Restore(from);
        }

        long started = Stopwatch.GetTimestamp();
        int first = _history.Count;
        TrainingStatus status = TrainingStatus.ReachedMaxEpochs;
        for (int epoch = first + 1; epoch <= _plan.MaxEpochs; epoch++)
        {
            if (HasWaitedEnough(epoch - 1))
            {
                status = TrainingStatus.StoppedEarly;
                break;
            }

            if (!Learn(epoch, cancellation, out double loss))
            {
                status = TrainingStatus.Canceled;
                break;
            }

            Judge(epoch, loss);
            if (checkpointed is not null && epoch % _plan.CheckpointEpochs == 0)
                checkpointed(new(_plan.Description, Capture()));
            TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
            progress?.Report(new(_history[^1], _plan.MaxEpochs, _bestEpoch, _bestTotal, elapsed, elapsed / (epoch - first) * (_plan.MaxEpochs - epoch)));
        }

        if (_bestEpoch == 0)
            throw new OperationCanceledException("Training was canceled before its first epoch was done, so there is no model yet.", cancellation);
        return Model(_best, status);
    }

    /// <summary>Whether validation has not become better for longer than the patience.</summary>
    private bool HasWaitedEnough(int epochs) => epochs > _plan.MinEpochs && epochs - _bestEpoch > _plan.Patience;

    /// <summary>Takes the steps of an epoch; false where cancellation ended it.</summary>
    private bool Learn(int epoch, CancellationToken cancellation, out double loss)
    {
        loss = 0;
        for (int step = 0; step < StepsPerEpoch; step++)
        {
            if (cancellation.IsCancellationRequested)
                return false;
            long number = ((long)(epoch - 1) * StepsPerEpoch) + step;
            double total = Evaluate(number, _gradient, out _, out _);
            if (!double.IsFinite(total) || !Elementwise.AreFinite<float>(_gradient))
                throw Diverged(epoch, step + 1, total);
            _adam.Step(_parameters, _gradient);
            loss += total / StepsPerEpoch;
        }

        return true;
    }

    /// <summary>The loss of a step's minibatch, and its gradient.</summary>
    private double Evaluate(long step, Memory<float> gradient, out double data, out double[] regularizers)
    {
        int width = _map.Inputs, at = _rows.Length * width;
        Memory<float> inputs = _inputs.TakeMemory(at + (_rowsPerPoint * _points.Length * width));
        _order.Fill(step * _rows.Length, _rows);
        _train.Gather(_rows, inputs.Span, _targets);
        _pointOrder.Fill(step * _points.Length, _points);
        for (int i = 0; i < _parts.Length; i++)
        {
            _parts[i].MoveTo(_train, _points);
            int length = _parts[i].Points * _parts[i].RowsPerPoint * width;
            _parts[i].Draw(new RandomStream(_plan.Seed, "neighbors").For(i).For((int)(step >> 24)).For((int)(step & 0xFFFFFF)), 0, inputs.Slice(at, length), _plan.MaxThreads);
            at += length;
        }

        gradient.Span.Clear();
        (data, regularizers) = _objective.Evaluate(_parameters, inputs, _rows.Length, _targets, _parts, gradient);
        double total = data;
        for (int i = 0; i < _parts.Length; i++)
            total += _parts[i].Lambda * regularizers[i];
        return total;
    }

    /// <summary>λ of each regularizer, from what the untrained network answers.</summary>
    private void Calibrate()
    {
        if (_parts.Length == 0)
            return;
        (double data, double[] values) = (0, []);
        if (_plan.Calibration == Calibration.Minibatch)
            _ = Evaluate(0, Memory<float>.Empty, out data, out values);
        else
            (data, values) = Validate(epoch: 0);
        for (int i = 0; i < _parts.Length; i++)
        {
            IRegularizer<T> regularizer = _parts[i].Regularizer;
            bool isRelative = regularizer.Scale == RegularizerScale.Relative && regularizer.Weight > 0;
            if (isRelative && !(values[i] > 0 && double.IsFinite(values[i])))
                throw new InvalidOptionException($"The relative weight of {regularizer.Name} has no meaning: before training R is {values[i].ToString(System.Globalization.CultureInfo.InvariantCulture)}, so no multiple of it is a share of the data loss. Nothing may move around the points; give it the scale Absolute, or another neighborhood.");
            _parts[i].Lambda = isRelative ? regularizer.Weight * data / values[i] : regularizer.Weight;
        }
    }

    private void Judge(int epoch, double loss)
    {
        (double data, double[] values) = Validate(epoch);
        double total = data;
        for (int i = 0; i < _parts.Length; i++)
            total += _parts[i].Lambda * values[i];
        if (!double.IsFinite(total))
            throw Diverged(epoch, StepsPerEpoch, total);
        _history.Add(new(epoch, loss, data, total));
        if (_bestEpoch == 0 || total < _bestTotal - _plan.Improvement)
        {
            (_bestEpoch, _bestTotal) = (epoch, total);
            _best = [.. _parameters];
        }
    }

    /// <summary>The data loss over all validation rows, and each regularizer at a tenth of them.</summary>
    private (double Data, double[] Regularizers) Validate(int epoch)
    {
        const int BlockRows = 1024, BlockPoints = 32;
        int width = _map.Inputs;
        double data = 0;
        for (int first = 0; first < _validation.Count; first += BlockRows)
        {
            int rows = Math.Min(BlockRows, _validation.Count - first);
            data += rows * _objective.Evaluate(_parameters, _validation.Inputs.Slice(first * width, rows * width), rows, _validation.Targets.AsSpan(first, rows), [], default).Data / _validation.Count;
        }

        int draw = _plan.FreshValidationDraws ? epoch : 0, count = Math.Max(1, _validation.Count / 10);
        double[] values = new double[_parts.Length];
        int[] points = new int[count];
        new ShuffledOrder(new RandomStream(_plan.Seed, "validation points").For(draw), _validation.Count).Fill(0, points);
        for (int i = 0; i < _parts.Length; i++)
        {
            bool isPenalty = _parts[i].RowsPerPoint == 0;
            for (int first = 0; first < (isPenalty ? 1 : count); first += BlockPoints)
            {
                int block = Math.Min(BlockPoints, count - first);
                _parts[i].MoveTo(_validation, points.AsSpan(first, block));
                Memory<float> inputs = _validationInputs.TakeMemory(_parts[i].Points * _parts[i].RowsPerPoint * width);
                _parts[i].Draw(new RandomStream(_plan.Seed, "validation neighbors").For(draw).For(i), first, inputs, _plan.MaxThreads);
                values[i] += (isPenalty ? 1 : (double)block / count) * _objective.Evaluate(_parameters, inputs, 0, [], [_parts[i]], default).Regularizers[0];
            }
        }

        return (data, values);
    }

    private MlpDivergedException<T> Diverged(int epoch, int step, double total)
    {
        int layer = double.IsFinite(total) ? -1 : _objective.Activations.FirstNotFinite(_rows.Length + (_rowsPerPoint * _points.Length));
        string where = layer >= 0 ? _network.Layers[layer].Name : NonFiniteReport.In(_network.Layers, total, _gradient);
        return new(epoch, step, where, _plan.LearningRate, _bestEpoch == 0 ? null : Model(_best, TrainingStatus.Canceled));
    }

    private Mlp<T> Model(float[] parameters, TrainingStatus status) => new(_map, _plan.HiddenUnits, _form, [.. parameters], new(
        status, _bestEpoch, _bestTotal, [.. _history], [.. _parts.Select(part => part.Lambda)], _train.Count, _validation.Count)
    {
        SharedRows = _sharedRows,
    });

    private TrainingState Capture() => new(
        _history.Count, [.. _parameters], [.. _adam.First], [.. _adam.Second], _adam.Powers, [.. _best], _bestEpoch, _bestTotal, [.. _parts.Select(part => part.Lambda)], [.. _history]);

    private void Restore(TrainingState state)
    {
        state.Parameters.CopyTo(_parameters, 0);
        state.First.CopyTo(_adam.First, 0);
        state.Second.CopyTo(_adam.Second, 0);
        _adam.Powers = state.Powers;
        (_best, _bestEpoch, _bestTotal) = ([.. state.Best], state.BestEpoch, state.BestTotal);
        _history.AddRange(state.History);
        for (int i = 0; i < _parts.Length; i++)
            _parts[i].Lambda = state.Lambdas[i];
    }
}
