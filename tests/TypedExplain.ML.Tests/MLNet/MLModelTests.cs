using Microsoft.ML;
using Microsoft.ML.Data;
using TypedExplain.ML.Tests.Support;

namespace TypedExplain.ML.Tests.MLNet;

/// <summary>A pipeline over a record answers as ML.NET's own PredictionEngine over a class of properties does.</summary>
public class MLModelTests
{
    public static TheoryData<string> Names => [.. Pipelines.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void AnswersAreThoseOfAPredictionEngineToTheLastBit(string name)
    {
        ITransformer pipeline = Pipelines.Train(name);
        MLModel<Loan> model = MLModel<Loan>.Of(pipeline, Pipelines.Data.Schema);
        Loan[] asked = Loans.Draw(50, seed: 3);
        double[] scores = new double[asked.Length * model.Outputs.Length];
        model.Score(new EncodedRows<Loan>(ModelFiles.Encode(asked)), scores);
        if (model.Outputs.Length > 1)
        {
            using PredictionEngine<LoanRow, LoanClasses> engine = Pipelines.Context.Model.CreatePredictionEngine<LoanRow, LoanClasses>(pipeline);
            Assert.Equal(asked.SelectMany(loan => engine.Predict(LoanRow.Of(loan)).Score).Select(score => (double)score), scores);
            Assert.Equal(["high", "low", "middle"], model.Outputs.Order());
            Assert.Equal(OutputKind.Probability, model.KindOf(0));
            return;
        }

        bool isProbability = model.Outputs[0] == "Probability";
        Assert.Equal(isProbability ? OutputKind.Probability : OutputKind.Score, model.KindOf(0));
        if (isProbability)
        {
            using PredictionEngine<LoanRow, LoanAnswer> engine = Pipelines.Context.Model.CreatePredictionEngine<LoanRow, LoanAnswer>(pipeline);
            Assert.Equal(asked.Select(loan => (double)engine.Predict(LoanRow.Of(loan)).Probability), scores);
        }
        else
        {
            using PredictionEngine<LoanRow, LoanScore> engine = Pipelines.Context.Model.CreatePredictionEngine<LoanRow, LoanScore>(pipeline);
            Assert.Equal(asked.Select(loan => (double)engine.Predict(LoanRow.Of(loan)).Score), scores);
        }
    }

    [Fact]
    public void ManyThreadsAndBatchesOfAnySizeAnswerAlike()
    {
        MLModel<Loan> model = MLModel<Loan>.Of(Pipelines.Train("fasttree binary"), Pipelines.Data.Schema);
        double[] encoded = ModelFiles.Encode(Loans.Draw(64, seed: 4)), whole = new double[64];
        model.Score(new EncodedRows<Loan>(encoded), whole);
        int columns = FeatureSchema.Of<Loan>().Columns;
        double[] apart = new double[64];
        Parallel.For(0, 64, row => model.Score(new EncodedRows<Loan>(encoded.AsSpan(row * columns, columns)), apart.AsSpan(row, 1)));
        Assert.Equal(whole, apart);
    }

    [Fact]
    public void ARecordTrainsThePipelineThatScoresIt()
    {
        Dataset<Loan> data = new Dataset<Loan>(Pipelines.Trained).WithTarget(Pipelines.Trained.Select(Loans.Worth));
        IDataView view = data.ToDataView();
        ITransformer pipeline = Pipelines.Context.Transforms.ReplaceMissingValues("Features").Append(Pipelines.Context.Regression.Trainers.FastTree(numberOfTrees: 20)).Fit(view);
        MLModel<Loan> model = MLModel<Loan>.Of(pipeline);
        double[] scores = new double[data.Count];
        model.Score(data.Encoded, scores);
        double[] target = [.. data.Target!.Values];
        double mean = target.Average();
        double left = target.Zip(scores).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second)), all = target.Sum(value => (value - mean) * (value - mean));
        Assert.True(left < 0.3 * all, $"{left} of {all} is left.");
        Assert.Equal(scores, Scores(MLModel<Loan>.Of(pipeline, view.Schema), data));
    }

    [Fact]
    public void ClassesOfADatasetAreLabels()
    {
        Dataset<Loan> two = new Dataset<Loan>(Pipelines.Trained).WithLabels(Pipelines.Trained.Select(loan => Loans.Worth(loan) > 2 ? Answer.Yes : Answer.No));
        IDataView view = two.ToDataView();
        Assert.Equal(BooleanDataViewType.Instance, view.Schema["Label"].Type);
        Assert.Equal(two.Target!.Values.Select(value => value == 1), view.GetColumn<bool>("Label"));
        Assert.Equal(two.Target.Values.Select(value => two.Target.Classes[(int)value]), view.GetColumn<string>("LabelName"));
        Dataset<Loan> three = new Dataset<Loan>(Pipelines.Trained).WithLabels(Pipelines.Trained.Select(loan => (Size)Math.Clamp((int)Loans.Worth(loan), 0, 2)));
        Assert.Equal(three.Target!.Values.Select(value => (uint)value + 1), three.ToDataView().GetColumn<uint>("Label"));
        Assert.Equal(Pipelines.Trained.Select(loan => (float)(loan.Debt ?? double.NaN)), three.ToDataView().GetColumn<float>("Debt"));
        Assert.Equal(Pipelines.Trained.Select(loan => loan.Housing.ToString()), three.ToDataView().GetColumn<string>("Housing"));
    }

    [Fact]
    public void FilesAreLoadedWithTheirSchemaAndIdentity()
    {
        using TemporaryFile file = new();
        ITransformer pipeline = Pipelines.Train("fasttree regression");
        Pipelines.Context.Model.Save(pipeline, Pipelines.Data.Schema, file.Path);
        MLModel<Loan> model = MLModel<Loan>.Load(Pipelines.Context, file.Path);
        Dataset<Loan> data = new(Pipelines.Trained);
        Assert.Equal(Scores(MLModel<Loan>.Of(pipeline, Pipelines.Data.Schema), data), Scores(model, data));
        Assert.Equal(Path.GetFileName(file.Path), model.Identity!.Name);
        File.WriteAllText(file.Path, "no model");
        Assert.Contains("is not a model that ML.NET loads", Assert.Throws<InvalidModelException>(() => MLModel<Loan>.Load(Pipelines.Context, file.Path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AColumnOfAnotherTypeIsNamed()
    {
        // Housing counted as a number.
        IDataView data = Pipelines.Context.Data.LoadFromEnumerable(Pipelines.Trained.Select(loan => new Numbered { Housing = (float)loan.Housing, Label = (float)Loans.Worth(loan) }));
        ITransformer pipeline = Pipelines.Context.Transforms.Concatenate("Features", "Housing").Append(Pipelines.Context.Regression.Trainers.FastTree()).Fit(data);
        Assert.Contains("Loan.Housing, of kind Category, cannot fill column Housing of the pipeline, which holds Single", Assert.Throws<InvalidModelException>(() => MLModel<Loan>.Of(pipeline, data.Schema)).Message, StringComparison.Ordinal);
        string message = Assert.Throws<InvalidModelException>(() => MLModel<Loan>.Of(pipeline)).Message;
        Assert.Contains("Housing", message, StringComparison.Ordinal);
        Assert.Contains("give the schema of the data", message, StringComparison.Ordinal);
    }

    [Fact]
    public void AColumnThatIsMissingIsNamed()
    {
        IDataView data = Pipelines.Context.Data.LoadFromEnumerable(Pipelines.Trained.Select(loan => new Unknown { Age = loan.Age, Wealth = (float)Loans.Worth(loan), Label = (float)Loans.Worth(loan) }));
        ITransformer pipeline = Pipelines.Context.Transforms.Concatenate("Features", "Age", "Wealth").Append(Pipelines.Context.Regression.Trainers.FastTree()).Fit(data);
        Assert.Contains("made of its column Wealth (Single), and nothing of Loan fills it", Assert.Throws<InvalidModelException>(() => MLModel<Loan>.Of(pipeline, data.Schema)).Message, StringComparison.Ordinal);
        MLModel<Loan> model = MLModel<Loan>.Of(pipeline, data.Schema, new() { Inputs = new Dictionary<Feature<Loan>, string> { [FeatureSchema.Of<Loan>().Features[1]] = "Wealth" } });
        Assert.True(model.Reads(FeatureSchema.Of<Loan>().Features[1]));
        Assert.False(model.Reads(FeatureSchema.Of<Loan>().Features[4]));
    }

    [Fact]
    public void AnOutputIsChosenByName()
    {
        ITransformer pipeline = Pipelines.Train("fasttree binary");
        MLModel<Loan> raw = MLModel<Loan>.Of(pipeline, Pipelines.Data.Schema, new() { Output = "Score", Classes = ["no", "yes"] });
        Assert.Equal(["yes"], raw.Outputs.AsEnumerable());
        Assert.Equal(OutputKind.Score, raw.KindOf(0));
        Assert.Contains("answers with no column Nothing", Assert.Throws<InvalidModelException>(() => MLModel<Loan>.Of(pipeline, Pipelines.Data.Schema, new() { Output = "Nothing" })).Message, StringComparison.Ordinal);
        Assert.Contains("holds Boolean", Assert.Throws<InvalidModelException>(() => MLModel<Loan>.Of(pipeline, Pipelines.Data.Schema, new() { Output = "PredictedLabel" })).Message, StringComparison.Ordinal);
    }

    private static double[] Scores(MLModel<Loan> model, Dataset<Loan> data)
    {
        double[] scores = new double[data.Count * model.Outputs.Length];
        model.Score(data.Encoded, scores);
        return scores;
    }

    private enum Answer
    {
        No,
        Yes,
    }

    private enum Size
    {
        Low,
        Middle,
        High,
    }

    private sealed class LoanScore
    {
        public float Score { get; set; }
    }

    private sealed class Numbered
    {
        public float Housing { get; set; }

        public float Label { get; set; }
    }

    private sealed class Unknown
    {
        public float Age { get; set; }

        public float Wealth { get; set; }

        public float Label { get; set; }
    }
}
