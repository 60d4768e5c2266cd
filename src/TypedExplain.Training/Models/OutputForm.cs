using System.Collections.Immutable;
using TypedExplain.Errors;
using TypedExplain.Files;
using TypedExplain.Training.Networks;

namespace TypedExplain.Training.Models;

/// <summary>What the outputs of a network stand for: numbers in standard deviations of the target, or log-odds of classes.</summary>
/// <param name="Kind">The loss that the network was trained with, which tells numbers from classes.</param>
/// <param name="Mean">The mean of the target; 0 for classes.</param>
/// <param name="Deviation">Its standard deviation (÷ n − 1); 1 for classes.</param>
/// <param name="Classes">The names of the classes; empty for numbers.</param>
internal sealed record OutputForm(LossKind Kind, double Mean, double Deviation, ImmutableArray<string> Classes)
{
    /// <summary>What <see cref="Write(BinaryWriter)"/> stored.</summary>
    public static OutputForm Read(StoredReader reader)
    {
        LossKind kind = (LossKind)reader.ReadInt32(0, (int)LossKind.Softmax, "the kind of the loss");
        double mean = reader.ReadDouble(), deviation = reader.ReadDouble();
        OutputForm form = new(kind, mean, deviation, [.. reader.ReadList(1, reader.ReadText)]);
        bool fits = kind == LossKind.Squared ? form.Classes.IsEmpty : kind == LossKind.Logistic ? form.Classes.Length == 2 : form.Classes.Length >= 2;
        if (!fits || form.Classes.Distinct().Count() < form.Classes.Length)
            throw reader.Damaged($"{form.Classes.Length} classes, {NameList.Names(form.Classes)}, do not fit the loss {kind}; they must be different names");
        return deviation > 0 ? form : throw reader.Damaged("the deviation of the target is not above 0");
    }

    /// <summary>Stores the form.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write((int)Kind);
        writer.Write(Mean);
        writer.Write(Deviation);
        writer.WriteList(Classes, writer.Write);
    }

    /// <summary>How many outputs the network has.</summary>
    public int Width => Kind == LossKind.Softmax ? Classes.Length : 1;

    /// <summary>The names of the network's own outputs.</summary>
    public ImmutableArray<string> RawNames => Kind switch
    {
        LossKind.Squared => ["prediction"],
        LossKind.Logistic => [Classes[1]],
        _ => Classes,
    };

    /// <summary>The names of what a user sees.</summary>
    public ImmutableArray<string> Names => Kind == LossKind.Squared ? RawNames : Classes;

    /// <summary>What the answers that a user sees are.</summary>
    public OutputKind AnswerKind => Kind == LossKind.Squared ? OutputKind.Score : OutputKind.Probability;

    /// <summary>What the network's own outputs are.</summary>
    public OutputKind RawKind => Kind == LossKind.Logistic ? OutputKind.LogOdds : OutputKind.Score;

    /// <summary>Writes what a user sees for one row of the network's outputs.</summary>
    public void Write(ReadOnlySpan<double> raw, Span<double> answers)
    {
        switch (Kind)
        {
            case LossKind.Squared:
                answers[0] = Mean + (Deviation * raw[0]);
                break;
            case LossKind.Logistic:
                (answers[0], answers[1]) = (DataLoss.Sigmoid(-raw[0]), DataLoss.Sigmoid(raw[0]));
                break;
            default:
                raw.CopyTo(answers);
                _ = DataLoss.Probabilities(answers);
                break;
        }
    }

    /// <summary>How one answer that a user sees changes with each of the network's outputs.</summary>
    public void Slopes(ReadOnlySpan<double> raw, int answer, Span<double> slopes)
    {
        switch (Kind)
        {
            case LossKind.Squared:
                slopes[0] = Deviation;
                break;
            case LossKind.Logistic:
                slopes[0] = (answer == 1 ? 1 : -1) * DataLoss.Sigmoid(raw[0]) * DataLoss.Sigmoid(-raw[0]);
                break;
            default:
                raw.CopyTo(slopes);
                _ = DataLoss.Probabilities(slopes);
                double own = slopes[answer];
                for (int i = 0; i < slopes.Length; i++)
                    slopes[i] = own * ((i == answer ? 1 : 0) - slopes[i]);
                break;
        }
    }

    /// <summary>The form that a target asks for.</summary>
    /// <param name="data">The training rows.</param>
    /// <param name="hasTwoLogits">Whether two classes get an output each.</param>
    /// <exception cref="InvalidDatasetException">There is no target, or it never varies.</exception>
    public static OutputForm Of<T>(Dataset<T> data, bool hasTwoLogits)
        where T : IFeatureRecord<T>
    {
        if (data.Target is not { } target)
            throw new InvalidDatasetException($"The {data.Count} {Noun.Of(data.Count, "row")} of {T.Schema.Name} {Noun.Of(data.Count, "has", "have")} no target to learn: call WithTarget or WithLabels.");
        ReadOnlySpan<double> values = target.Values.AsSpan();
        if (!values.ContainsAnyExcept(values[0]))
        {
            throw new InvalidDatasetException(target.IsClass
                ? $"All {data.Count} training rows of {T.Schema.Name} are of the class {target.Classes[(int)values[0]]}; there is nothing to tell apart. Train on rows of at least 2 classes."
                : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The target is {values[0]} in all {data.Count} training rows of {T.Schema.Name}; there is nothing to learn."));
        }

        if (target.IsClass)
            return new(target.Classes.Length > 2 || hasTwoLogits ? LossKind.Softmax : LossKind.Logistic, 0, 1, target.Classes);
        double sum = 0, squares = 0;
        foreach (double value in values)
            sum += value;
        double mean = sum / values.Length;
        foreach (double value in values)
            squares = Math.FusedMultiplyAdd(value - mean, value - mean, squares);
        double deviation = Math.Sqrt(squares / (values.Length - 1));
        if (!double.IsFinite(deviation) || deviation == 0)
            throw new InvalidDatasetException($"The spread of the target over {data.Count} training rows of {T.Schema.Name} cannot be held in a double. Measure it in another unit.");
        return new(LossKind.Squared, mean, deviation, []);
    }

    /// <summary>Targets as the loss wants them.</summary>
    public double[] Targets<T>(Dataset<T> data)
        where T : IFeatureRecord<T> => [.. data.Target!.Values.Select(value => (value - Mean) / Deviation)];
}
