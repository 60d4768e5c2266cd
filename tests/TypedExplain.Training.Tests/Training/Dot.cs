namespace TypedExplain.Training.Tests.Training;

/// <summary>A place, with a color.</summary>
[FeatureRecord]
public sealed partial record Dot(
    [Numeric(-10, 10)] double U,
    [Numeric(-10, 10)] double V,
    [Categorical] Color Color);

public enum Color
{
    Red,
    Green,
    Blue,
}

public enum Side
{
    Below,
    Above,
}

/// <summary>Made-up dots, with something to learn of them.</summary>
internal static class Dots
{
    public static Dataset<Dot> Some(int count)
    {
        double[] places = new double[2 * count];
        RandomStream stream = new(11, "dots");
        stream.FillNormal(0, places);
        return new(Enumerable.Range(0, count).Select(i => new Dot(Math.Clamp(places[2 * i], -3, 3), Math.Clamp(places[(2 * i) + 1], -3, 3), (Color)stream.For(1).Choose(i, 3))));
    }

    /// <summary>A curved surface: 100 + 10·(u·|u| − v + 2 where green).</summary>
    public static Dataset<Dot> Bent(int count)
    {
        Dataset<Dot> dots = Some(count);
        return dots.WithTarget(dots.Rows.Select(dot => 100 + (10 * ((dot.U * Math.Abs(dot.U)) - dot.V + (dot.Color == Color.Green ? 2 : 0)))));
    }

    /// <summary>Two classes, parted by the line u = v.</summary>
    public static Dataset<Dot> Parted(int count)
    {
        Dataset<Dot> dots = Some(count);
        return dots.WithLabels(dots.Rows.Select(dot => dot.U > dot.V ? Side.Above : Side.Below));
    }

    /// <summary>Three classes, by quadrants.</summary>
    public static Dataset<Dot> Colored(int count)
    {
        Dataset<Dot> dots = Some(count);
        return dots.WithLabels(dots.Rows.Select(dot => dot.U > 0 ? Color.Red : dot.V > 0 ? Color.Green : Color.Blue));
    }

    public static double SquaredError(IModel<Dot> model, Dataset<Dot> data) =>
        data.Rows.Select((dot, i) => Math.Pow(model.Predict(dot) - data.Target!.Values[i], 2)).Average();

    public static double Accuracy(IModel<Dot> model, Dataset<Dot> data)
    {
        double[] scores = new double[data.Count * model.Outputs.Length];
        model.Score(data.Encoded, scores);
        int right = 0;
        for (int row = 0; row < data.Count; row++)
        {
            double[] own = scores[(row * model.Outputs.Length)..((row + 1) * model.Outputs.Length)];
            right += Array.IndexOf(own, own.Max()) == data.Target!.Values[row] ? 1 : 0;
        }

        return (double)right / data.Count;
    }
}
