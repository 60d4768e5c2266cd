using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Models;
using TypedExplain.Numerics;

namespace TypedExplain.Global.Importances;

/// <summary>The loss of answers for rows whose targets are known.</summary>
internal sealed class AnswerLoss
{
    private const double LeastProbability = 1e-9;

    private readonly double[] _wanted;
    private readonly OutputKind _kind;
    private readonly bool _isEvent;

    private AnswerLoss(LossFunction function, double[] wanted, bool isEvent, OutputKind kind) =>
        (Function, _wanted, _isEvent, _kind, Least) = (function, wanted, isEvent, kind, kind.Least > 0 ? kind.Least : LeastProbability);

    /// <summary>Which loss it is.</summary>
    public LossFunction Function { get; }

    /// <summary>How many probabilities of 0 were taken for the least that has a logarithm.</summary>
    public long Clipped { get; private set; }

    /// <summary>What they were taken for.</summary>
    public double Least { get; }

    /// <summary>The loss of a model on a data set.</summary>
    /// <param name="function">Which; null to go by the target and by what the model answers with.</param>
    /// <param name="model">The model, of one output.</param>
    /// <param name="data">The rows.</param>
    /// <param name="method">What asks, as a message calls it.</param>
    /// <exception cref="InvalidDatasetException">The rows have no target, or one that the model's output is not about.</exception>
    /// <exception cref="InvalidOptionException">The loss does not fit the target or the model.</exception>
    public static AnswerLoss Of<T>(LossFunction? function, IModelInfo<T> model, Dataset<T> data, string method)
        where T : IFeatureRecord<T>
    {
        Target target = data.Target ?? throw new InvalidDatasetException($"The {data.Count} {Noun.Of(data.Count, "row")} of {T.Schema.Name} {Noun.Of(data.Count, "has", "have")} no target, and {method} measures how far answers are from it: give it with data.WithTarget(...) or data.WithLabels(...).");
        OutputKind kind = model.KindOf(0);
        double[] wanted = target.IsClass ? Hits(target, model.Outputs[0]) : [.. target.Values];
        bool isEvent = !wanted.Any(value => value is not (0 or 1)), isProbable = kind.IsProbability || kind == OutputKind.LogOdds;
        LossFunction chosen = function ?? (isEvent && isProbable ? LossFunction.LogLoss : LossFunction.SquaredError);
        if (chosen is LossFunction.LogLoss or LossFunction.ZeroOne && !isEvent)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"Loss of {method} is {chosen}, and the target of row {Array.FindIndex(wanted, value => value is not (0 or 1))} is {wanted.First(value => value is not (0 or 1))}; it must be 0 or 1, or a class. For a number use SquaredError or AbsoluteError."));
        if (chosen == LossFunction.LogLoss && !isProbable)
            throw new InvalidOptionException($"Loss of {method} is LogLoss, and the model's output {model.Outputs[0]} is of the kind {kind}; it must be a probability or log odds. Say so with model.As(OutputKind.Probability).");
        return new(chosen, wanted, isEvent, kind);
    }

    /// <summary>The loss of an answer.</summary>
    public double Of(int row, double answer)
    {
        double wanted = _wanted[row];
        switch (Function)
        {
            case LossFunction.SquaredError:
                double off = Probable(answer) - wanted;
                return off * off;
            case LossFunction.AbsoluteError:
                return Math.Abs(Probable(answer) - wanted);
            case LossFunction.ZeroOne:
                return (answer > (_kind == OutputKind.LogOdds ? 0 : 0.5) ? 1 : 0) == wanted ? 0 : 1;
            case LossFunction.LogLoss when _kind == OutputKind.LogOdds:
                // log(1 + e^−z) of the log odds z of what is the case.
                double odds = wanted == 1 ? answer : -answer;
                return Math.Max(-odds, 0) + VectorMath.Log(1 + VectorMath.Exp(-Math.Abs(odds)));
            default:
                double probability = wanted == 1 ? answer : 1 - answer;
                Clipped += probability < Least ? 1 : 0;
                return -VectorMath.Log(Math.Clamp(probability, Least, 1));
        }
    }

    /// <summary>Log odds are held against 0 and 1 as the probability that they stand for.</summary>
    private double Probable(double answer) => _kind == OutputKind.LogOdds && _isEvent ? AnswerScale.Probability(answer) : answer;

    /// <summary>1 for the class that the output is named after, or for the second of two; 0 for every other.</summary>
    private static double[] Hits(Target target, string output)
    {
        int named = target.Classes.IndexOf(output);
        if (named < 0 && target.Classes.Length != 2)
            throw new InvalidDatasetException($"The target has the classes {NameList.Names(target.Classes)}, and the model's output is named {output}: which class it stands for is not known. Name the output after its class, or give the target as 1 and 0 with data.WithTarget(...).");
        double hit = named < 0 ? 1 : named;
        return [.. target.Values.Select(value => value == hit ? 1.0 : 0.0)];
    }
}
