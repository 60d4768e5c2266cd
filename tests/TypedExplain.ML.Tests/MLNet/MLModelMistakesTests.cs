using Microsoft.ML;
using Microsoft.ML.Data;
using TypedExplain.ML.Tests.Support;

namespace TypedExplain.ML.Tests.MLNet;

/// <summary>What people do wrong with pipelines and ML.NET scores without a word: it is refused.</summary>
public class MLModelMistakesTests
{
    private static readonly MLContext s_context = Pipelines.Context;

    private static IEnumerable<Person> People => Pipelines.Trained.Select((loan, i) => new Person
    {
        Age = loan.Age,
        Housing = loan.Housing.ToString().ToLowerInvariant(),
        Region = i % 3 == 0 ? "North" : "South",
        Since = 1.6e9f + (i * 1e5f),
        Label = (i % 3) + loan.Age,
    });

    public static TheoryData<string, string> Lacking => new()
    {
        { "one column per text", "Region" },
        { "keys", "Region" },
        { "hashes", "Region" },
        { "large numbers", "Since" },
    };

    [Theory]
    [MemberData(nameof(Lacking))]
    public void AColumnThatIsLackingIsNamedThoughNoTrialMovesTheAnswers(string form, string column)
    {
        IDataView data = s_context.Data.LoadFromEnumerable(People);
        IEstimator<ITransformer> chain = form switch
        {
            "keys" => s_context.Transforms.Conversion.MapValueToKey("Key", "Region").Append(s_context.Transforms.Conversion.MapKeyToVector("Own", "Key")),
            "hashes" => s_context.Transforms.Categorical.OneHotHashEncoding("Own", "Region", numberOfBits: 12),
            "large numbers" => s_context.Transforms.CopyColumns("Own", "Since"),
            _ => s_context.Transforms.Categorical.OneHotEncoding("Own", "Region"),
        };
        ITransformer pipeline = chain.Append(s_context.Transforms.Concatenate("Features", "Age", "Own")).Append(s_context.Regression.Trainers.FastTree(numberOfTrees: 3, numberOfLeaves: 4)).Fit(data);
        Assert.Contains($"made of its column {column} (", Assert.Throws<InvalidModelException>(() => MLModel<Loan>.Of(pipeline, data.Schema)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AColumnThatOptionsNameAndNothingHasIsNamed()
    {
        ITransformer pipeline = Pipelines.Train("fasttree regression");
        MLModelOptions<Loan> options = new() { Inputs = new Dictionary<Feature<Loan>, string> { [FeatureSchema.Of<Loan>().Features[0]] = "Agee" } };
        Assert.Contains("gives Loan.Age the column Agee, and the pipeline was trained on none of that name; its columns are Age, Balance", Assert.Throws<InvalidOptionException>(() => MLModel<Loan>.Of(pipeline, Pipelines.Data.Schema, options)).Message, StringComparison.Ordinal);
        Assert.Contains("give that schema", Assert.Throws<InvalidOptionException>(() => MLModel<Loan>.Of(pipeline, options: options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NamesThatThePipelineNeverSawAreNamed()
    {
        IDataView data = s_context.Data.LoadFromEnumerable(People);
        ITransformer pipeline = OfHousing(data);
        string message = Assert.Throws<InvalidModelException>(() => MLModel<Loan>.Of(pipeline, data.Schema)).Message;
        Assert.Contains("Column Housing of the pipeline is filled with the names of Loan.Housing, and what the pipeline does with Rent, Mortgage, Own, Parents, Other is what it does with a text that it was never trained on", message, StringComparison.Ordinal);
        MLModel<Loan> model = MLModel<Loan>.Of(pipeline, data.Schema, new() { UnknownCategoriesAreMissing = true });
        double[] scores = new double[2];
        model.Score(new EncodedRows<Loan>(ModelFiles.Encode([new(50, 0, 1, Housing.Rent, false), new(50, 0, 1, Housing.Own, false)])), scores);
        Assert.Equal(scores[0], scores[1]);
    }

    [Fact]
    public void ANameThatThePipelineNeverSawIsNamed()
    {
        IDataView data = s_context.Data.LoadFromEnumerable(Pipelines.Trained.Where(loan => loan.Housing != Housing.Parents).Select(LoanRow.Of));
        ITransformer pipeline = OfHousing(data, "Number");
        Assert.Contains("with Parents is what it does with a text that it was never trained on. Name it as", Assert.Throws<InvalidModelException>(() => MLModel<Loan>.Of(pipeline, data.Schema)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void HashesAndUnusedColumnsHaveNoNamesToKnow()
    {
        IDataView data = s_context.Data.LoadFromEnumerable(People);
        ITransformer hashed = s_context.Transforms.Categorical.OneHotHashEncoding("Own", "Housing", numberOfBits: 12).Append(s_context.Transforms.Concatenate("Features", "Age", "Own")).Append(s_context.Regression.Trainers.FastTree(numberOfTrees: 3, numberOfLeaves: 4)).Fit(data);
        Assert.NotNull(MLModel<Loan>.Of(hashed, data.Schema));
        ITransformer unused = s_context.Transforms.Categorical.OneHotEncoding("Own", "Housing").Append(s_context.Transforms.Concatenate("Features", "Age")).Append(s_context.Regression.Trainers.FastTree(numberOfTrees: 3, numberOfLeaves: 4)).Fit(data);
        Assert.NotNull(MLModel<Loan>.Of(unused, data.Schema));
    }

    [Fact]
    public void AVectorOfEverythingInAnotherOrderIsNamed()
    {
        IDataView data = s_context.Data.LoadFromEnumerable(Pipelines.Trained.Select(LoanRow.Of));
        string[] order = ["Balance", "Age", "Debt", "DebtIsMissing", "Housing.Rent", "Housing.Mortgage", "Housing.Own", "Housing.Parents", "Housing.Other", "HasDefaulted"];
        FeatureSchema<Loan> schema = FeatureSchema.Of<Loan>();
        Assert.Equal(order.Length, schema.Columns);
        Assert.Contains("Column Features of the pipeline holds Balance at place 0, where Loan has Age", Refusal(order), StringComparison.Ordinal);

        string Refusal(string[] names)
        {
            DataViewSchema.Annotations.Builder slots = new();
            slots.Add("SlotNames", new VectorDataViewType(TextDataViewType.Instance, names.Length), (ref VBuffer<ReadOnlyMemory<char>> value) => value = new(names.Length, [.. names.Select(name => name.AsMemory())]));
            DataViewSchema.Builder builder = new();
            builder.AddColumn("Features", new VectorDataViewType(NumberDataViewType.Single, names.Length), slots.ToAnnotations());
            ITransformer pipeline = new TransformerChain<ITransformer>();
            return Assert.Throws<InvalidModelException>(() => MLModel<Loan>.Of(pipeline, builder.ToSchema())).Message;
        }
    }

    private static ITransformer OfHousing(IDataView data, string label = "Label") =>
        s_context.Transforms.Categorical.OneHotEncoding("Own", "Housing").Append(s_context.Transforms.Concatenate("Features", "Age", "Own")).Append(s_context.Regression.Trainers.FastTree(label, numberOfTrees: 3, numberOfLeaves: 4)).Fit(data);

    private sealed class Person
    {
        public float Age { get; set; }

        public string Housing { get; set; } = "";

        public string Region { get; set; } = "";

        public float Since { get; set; }

        public float Label { get; set; }
    }
}
