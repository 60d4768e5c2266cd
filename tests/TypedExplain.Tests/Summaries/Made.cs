using TypedExplain.Models;

namespace TypedExplain.Tests.Summaries;

/// <summary>Contributions of records, made up: what a summary takes in.</summary>
internal static class Made<T>
    where T : IFeatureRecord<T>
{
    private static readonly IShapExplainer<T> s_explainer = Explainer("Own");

    public static ShapValues<T> Values(T instance, double[] contributions, Action<Part>? change = null)
    {
        Part part = new();
        change?.Invoke(part);
        double[] columns = new double[T.Schema.Columns];
        T.Schema.Encode(instance, columns);
        return new(instance, columns, contributions, null)
        {
            Output = part.Output,
            Kind = part.Kind,
            Scale = part.Scale,
            Prediction = part.BaseValue + contributions.Sum(),
            BaseValue = part.BaseValue,
            Queries = 1,
            Caveats = part.Caveats,
            Explainer = part.Explainer ?? s_explainer,
        };
    }

    public static IShapExplainer<T> Explainer(string name) => new DescribedExplainer<T>(name, new(name));

    internal sealed class Part
    {
        public string Output { get; set; } = "approved";

        public OutputKind Kind { get; set; } = OutputKind.Score;

        public AnswerScale Scale { get; set; }

        public double BaseValue { get; set; } = 0.5;

        public Caveats Caveats { get; set; }

        public IShapExplainer<T>? Explainer { get; set; }
    }
}
