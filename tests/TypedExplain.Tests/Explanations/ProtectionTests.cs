using TypedExplain.Generated;
using TypedExplain.Media;
using TypedExplain.Tests.Rows;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explanations;

/// <summary>Nothing that a person reads shows a protected value or its effect; code gets at both.</summary>
public class ProtectionTests
{
    private static readonly Dataset<Annotated> s_rows = new([new(20_000, true, Housing.Own) { Age = 30 }, new(40_000, false, Housing.Rent) { Age = 50 }, new(30_000, true, Housing.Rent) { Age = 40 }]);

    private static readonly GaussianNeighborhood<Annotated> s_around = new() { Background = s_rows, Samples = 50 };

    private static readonly IModel<Annotated> s_model = Model.From<Annotated>(row => (row.Income / 1e5) + (row.Female ? 3 : 0));

    [Fact]
    public void VectorsWithholdEffects()
    {
        Explanation<Annotated> explanation = new Linex<Annotated> { Neighborhood = s_around, Redraws = 1, StandardErrors = true }.Explain(s_model, s_rows[0]);
        Assert.InRange(explanation.Attribution.Female, 2.5, 3.5);
        ShapValues<Annotated> values = new KernelShap<Annotated> { Background = s_rows }.Values(s_model, s_rows[0]);
        Assert.Equal(1, values.Contributions.Female, 9);
        ConsensusExplanation<Annotated> consensus = new Consensus<Annotated> { Explainers = [new Lime<Annotated> { Neighborhood = s_around }, new Linex<Annotated> { Neighborhood = s_around }] }.Explain(s_model, s_rows[0]);
        FeatureVector<Annotated>[] vectors =
        [
            explanation.Attribution, explanation.Standardized, explanation.StandardErrors!, explanation.Agreement!.Disagreement, explanation.Agreement.SignAgreement,
            explanation.Contributions(s_rows), values.Contributions, consensus.Mean, consensus.SignAgreement, s_rows.Statistics.Mean,
        ];
        Assert.All(vectors, vector => Assert.Contains("Female withheld (protected)", vector.ToString()));
        Assert.All((object[])[explanation, values, consensus], shown => Assert.Matches(@"\n  Female +protected\n", shown.ToString()));
        Assert.All(values.Contributions.Ranked(), ranked => Assert.Equal(ranked.Feature.IsProtected, double.IsNaN(ranked.Contribution)));
        Assert.Equal(AnnotatedFeatures.Female, values.Contributions.Ranked().First().Feature);
        Assert.Equal(values.Contributions.Female, values.Contributions.Ranked(ProtectedValues.Kept).First().Contribution);
        Assert.Equal(1, consensus.TopOverlap(1));
    }

    [Fact]
    public void WhatIsProtectedFromOutsideIsWithheldInside()
    {
        FeatureVector<Stop> inner = new FeatureVector<Sealed>([3, 4]).VectorOf<Stop>(0);
        Assert.Equal("Hour withheld (protected), At withheld (protected)", inner.ToString());
        Assert.Equal(3, inner.Hour);
    }

    [Fact]
    public void TextsAndImagesAreNeitherWrittenOutNorDrawn()
    {
        TextAttribution text = new(new TokenizedText("a secret"), [1, 2]) { IsProtected = true };
        Assert.Equal("withheld (protected)", text.ToString());
        Assert.Contains("is protected", Assert.Throws<InvalidOperationException>(() => text.ToHtml()).Message);
        ImageAttribution image = new(new float[4], new(2, 2, 1), null, new double[4]) { IsProtected = true };
        Assert.Throws<InvalidOperationException>(() => image.ToPng());
        Assert.Throws<InvalidOperationException>(() => image.ToHtml());
        Assert.Equal(2, text.EffectOf("secret"));
    }

    [Fact]
    public void MessagesWithholdValues()
    {
        string message = Assert.Throws<InvalidModelException>(() => Model.From<Annotated>(_ => double.NaN).Predict(s_rows[0])).Message;
        Assert.Contains("Female = withheld (protected)", message);
        Assert.DoesNotContain("true", message);
        InvalidFeatureException wrong = Assert.Throws<InvalidFeatureException>(() => new Dataset<Rows.Secret>([new(150, 1)]));
        Assert.Equal("Secret.Age is withheld (protected); it must be 18 to 100.", wrong.Message);
        Assert.Equal("withheld (protected)", wrong.Value);
        Dataset<Rows.Secret> constant = new([new(40, 1), new(40, 2)]);
        string held = Assert.Throws<InvalidDatasetException>(() => new Lime<Rows.Secret> { Neighborhood = new GaussianNeighborhood<Rows.Secret> { Background = constant } }.Explain(Model.From<Rows.Secret>(_ => 1), constant[0])).Message;
        Assert.Contains("Secret.Age is withheld (protected) in all", held);
        Assert.Equal("2.000 for Secret { Age = withheld (protected), Income = 1 }", new ScoredRecord<Rows.Secret>(new(40, 1), 2).ToString());
    }

    [Fact]
    public void AModelsOwnExceptionSaysOnWhichRow()
    {
        InvalidOperationException own = new("no such customer");
        IModel<Annotated> model = Model.From<Annotated>(row => row.Income > 30_000 ? throw own : 1);
        InvalidModelException failed = Assert.Throws<InvalidModelException>(() => model.Predict(s_rows[1]));
        Assert.Same(own, failed.InnerException);
        Assert.StartsWith("The model failed on row 0 of 1, Annotated { ", failed.Message);
        Assert.Contains("Income = 40", failed.Message);
        Assert.Contains("Female = withheld (protected)", failed.Message);

        Assert.Contains("The model failed on row 1 of 4, ", Assert.Throws<InvalidModelException>(() => new KernelShap<Annotated> { Background = s_rows }.Values(model, s_rows[0])).Message);
        Assert.Contains("The model failed on a batch of 50 rows; row 0 is Annotated {", Assert.Throws<InvalidModelException>(() => new Lime<Annotated> { Neighborhood = s_around }.Explain(Model.FromBatch<Annotated>(_ => throw own), s_rows[0])).Message);
        Assert.Same(own, Assert.Throws<InvalidModelException>(() => new Lime<Annotated> { Neighborhood = s_around }.Explain(Model.FromRows<Annotated>((_, _) => throw own), s_rows[0])).InnerException);
        Assert.Throws<OperationCanceledException>(() => Model.From<Annotated>(_ => throw new OperationCanceledException()).Predict(s_rows[0]));
        Assert.Throws<InvalidModelException>(() => new Lime<Annotated> { Neighborhood = s_around }.ExplainMany(model, s_rows.Rows, threads: 2).Results);
    }

    /// <summary>A record whose numbers are protected.</summary>
    private sealed record Sealed(double Hour, double At) : IFeatureRecord<Sealed>
    {
        private static readonly FeatureSchema<Sealed> s_schema = new(
            nameof(Sealed),
            new Feature<Sealed> { Name = "Stop.Hour", Kind = FeatureKind.Real, Index = 0, Column = 0, IsProtected = true },
            new Feature<Sealed> { Name = "Stop.At", Kind = FeatureKind.Real, Index = 1, Column = 1, IsProtected = true });

        static FeatureSchema<Sealed> IFeatureRecord<Sealed>.Schema => s_schema;

        static void IFeatureRecord<Sealed>.Encode(in Sealed record, Span<double> columns) => (columns[0], columns[1]) = (record.Hour, record.At);

        static Sealed IFeatureRecord<Sealed>.Decode(ReadOnlySpan<double> columns) => new(columns[0], columns[1]);

        static void IFeatureRecord<Sealed>.Interpret(in Interpretation rows) => throw new NotSupportedException();

        static void IFeatureRecord<Sealed>.Perturb(in Perturbation rows) => throw new NotSupportedException();
    }
}
