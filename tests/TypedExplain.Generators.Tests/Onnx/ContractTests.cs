namespace TypedExplain.Generators.Tests.Onnx;

/// <summary>Whatever a record and a model differ in is said at the property concerned, and nothing else is.</summary>
public class ContractTests
{
    [Theory]
    [InlineData(Credit.Model)]
    [InlineData(Credit.Matrix)]
    [InlineData("credit.onnx\ncolumns [\"age\", \"annual income\", \"housing\"]\ninput X double [?, ?]\noutput variable float [?, 1]")]
    [InlineData("credit.onnx\ninput AGE float [?]\ninput Annual.Income double [?, 1]\ninput housing float [?, 3]\noutput scores map: 0, 1")]
    public void A_right_record_is_fine(string model) => Assert.Empty(Findings(model, ""));

    [Theory]
    [InlineData("age int64", "years int64", "TEX0304 LoanApplication: Record 'LoanApplication' has no feature for input 'years' (int64 [?, 1]) of 'credit.onnx'; add a property 'Years'|TEX0305 Age: Feature 'LoanApplication.Age' has no input in 'credit.onnx', which has 'years', 'annual_income', 'housing'; rename the property to the input that it is for, or list it in Unused = [nameof(LoanApplication.Age)] if the model does not look at it")]
    [InlineData("input age int64 [?, 1]\n", "", "TEX0305 Age: Feature 'LoanApplication.Age' has no input in 'credit.onnx', which has 'annual_income', 'housing'; rename the property to the input that it is for, or list it in Unused = [nameof(LoanApplication.Age)] if the model does not look at it")]
    [InlineData("output label", "input savings float [?, 1]\noutput label", "TEX0304 LoanApplication: Record 'LoanApplication' has no feature for input 'savings' (float [?, 1]) of 'credit.onnx'; add a property 'Savings'")]
    [InlineData("annual_income float [?, 1]", "annual_income float [?, 2]", "TEX0307 AnnualIncome: Feature 'LoanApplication.AnnualIncome' fills 1 column, and input 'annual_income' of 'credit.onnx' takes 2; add, remove or encode features until both agree: AnnualIncome 1")]
    [InlineData("housing string [?, 1]: Rent, Own, Mortgage", "housing float [?, 1]", "TEX0307 Housing: Feature 'LoanApplication.Housing' fills 3 columns, and input 'housing' of 'credit.onnx' takes 1; give the property [Categorical(Encoding = CategoryEncoding.Code)], which fills one")]
    [InlineData("annual_income float", "annual_income int64", "TEX0308 double: Feature 'LoanApplication.AnnualIncome' may have a fraction, and input 'annual_income' of 'credit.onnx' takes int64; make it a whole number")]
    [InlineData("annual_income float", "annual_income string", "TEX0308 double: Feature 'LoanApplication.AnnualIncome' holds numbers, and input 'annual_income' of 'credit.onnx' takes string; make it an enum or a string with [Categories]")]
    [InlineData("age int64", "age bool", "TEX0308 int: Feature 'LoanApplication.Age' is neither true nor false, and input 'age' of 'credit.onnx' takes bool; make it a bool")]
    [InlineData("age int64", "age float16", "TEX0308 Age: Feature 'LoanApplication.Age' is a number, and input 'age' of 'credit.onnx' takes float16; export the model with an input of float, double, int64, int32, bool or string")]
    [InlineData("Own, Mortgage", "Owned, Mortgage", "TEX0309 Housing: Feature 'LoanApplication.Housing' may be 'Own', which input 'housing' of 'credit.onnx' does not know; it knows 'Rent', 'Owned', 'Mortgage': take one of these|TEX0310 Housing: Feature 'LoanApplication.Housing' cannot be 'Owned', which input 'housing' of 'credit.onnx' knows; add it to the categories of 'Housing'")]
    [InlineData("Own, Mortgage", "Own, Mortgage, Free", "TEX0310 Housing: Feature 'LoanApplication.Housing' cannot be 'Free', which input 'housing' of 'credit.onnx' knows; add it to the categories of 'Housing'")]
    [InlineData("output probabilities float [?, 2]: declined, approved", "", "TEX0311 \"credit.onnx\": Model 'CreditModel' in 'credit.onnx' has no output with scores; state Output = \"...\", one of 'label'")]
    [InlineData("output label int64 [?]", "output logits float [?, 2]\noutput margin float [?, 2]", "")]
    [InlineData("output probabilities float [?, 2]: declined, approved", "output logits float [?, 2]\noutput margin float [?, 2]", "TEX0311 \"credit.onnx\": Model 'CreditModel' in 'credit.onnx' has several outputs with scores; state Output = \"...\", one of 'label', 'logits', 'margin'")]
    [InlineData("[?, 2]: declined, approved", "[?, ?]", "TEX0311 \"credit.onnx\": Model 'CreditModel' in 'credit.onnx' does not tell how many scores output 'probabilities' holds; state Classes = [\"...\"]")]
    public void Says_what_differs_from_a_model_with_named_inputs(string from, string to, string expected)
    {
        Assert.Contains(from, Credit.Model.ReplaceLineEndings("\n"));
        Assert.Equal(expected, Findings(Credit.Model.ReplaceLineEndings("\n").Replace(from, to), ""));
    }

    [Theory]
    [InlineData("Age, AnnualIncome", "AnnualIncome, Age", "TEX0306 Age: Feature 'LoanApplication.Age' stands where 'AnnualIncome' is column 0 of input 'float_input' of 'credit.onnx'; put the properties in the order AnnualIncome, Age, Housing, and the columns of each side by side")]
    [InlineData("Rent, Housing_Own", "Own, Housing_Rent", "TEX0306 Housing: Feature 'LoanApplication.Housing' has the category 'Rent' where 'Housing_Own' is column 2 of input 'float_input' of 'credit.onnx'; name and order its categories as the columns 'Housing_Own', 'Housing_Rent', 'Housing_Mortgage'")]
    [InlineData("Age, AnnualIncome, Housing_Rent", "Housing_Rent, Age, AnnualIncome", "TEX0306 Age: Feature 'LoanApplication.Age' stands where 'Housing_Rent' is column 0 of input 'float_input' of 'credit.onnx'; put the properties in the order Housing, Age, AnnualIncome, and the columns of each side by side")]
    [InlineData("Age, ", "Years, ", "TEX0304 LoanApplication: Record 'LoanApplication' has no feature for column 'Years' of input 'float_input' of 'credit.onnx'; add a property 'Years'|TEX0305 Age: Feature 'LoanApplication.Age' has no input in 'credit.onnx', which has the columns 'Years', 'AnnualIncome', 'Housing_Rent', 'Housing_Own', 'Housing_Mortgage'; rename the property to the input that it is for, or list it in Unused = [nameof(LoanApplication.Age)] if the model does not look at it")]
    [InlineData("[?, 5]", "[?, 6]", "TEX0307 LoanApplication: Record 'LoanApplication' fills 5 columns, and input 'float_input' of 'credit.onnx' takes 6; add, remove or encode features until both agree: Age 1, AnnualIncome 1, Housing 3")]
    [InlineData("float [?, 5]", "int32 [?, 5]", "TEX0308 double: Feature 'LoanApplication.AnnualIncome' may have a fraction, and input 'float_input' of 'credit.onnx' takes int32; make it a whole number")]
    public void Says_what_differs_from_a_matrix(string from, string to, string expected)
    {
        Assert.Contains(from, Credit.Matrix);
        Assert.Equal(expected, Findings(Credit.Matrix.Replace(from, to), ""));
    }

    [Theory]
    [InlineData(", Output = \"label\"", "")]
    [InlineData(", Output = \"labels\"", "TEX0311 \"labels\": Model 'CreditModel' in 'credit.onnx' has no output 'labels'; name one of 'label', 'probabilities'")]
    [InlineData(", Classes = [\"no\", \"yes\"]", "")]
    [InlineData(", Classes = [\"no\"]", "TEX0311 [\"no\"]: Model 'CreditModel' in 'credit.onnx' has output 'probabilities' with 2 scores, and Classes names 1 different ones; name each score once")]
    public void Looks_at_the_output_that_the_class_names(string arguments, string expected) => Assert.Equal(expected, Findings(Credit.Model, arguments));

    [Theory]
    [InlineData("[?, 5]", "", "TEX0312 \"credit.onnx\": Input 'X' of 'credit.onnx' does not name its columns, so nobody can check that they are 'Age', 'AnnualIncome', 'Housing' of 'LoanApplication'; if they are, state Columns = [\"Age\", \"AnnualIncome\", \"Housing\"]")]
    [InlineData("[?, ?]", "", "TEX0312 \"credit.onnx\": Input 'X' of 'credit.onnx' does not name its columns, so nobody can check that they are 'Age', 'AnnualIncome', 'Housing' of 'LoanApplication'; if they are, state Columns = [\"Age\", \"AnnualIncome\", \"Housing\"]")]
    [InlineData("[?, 5]", ", Columns = [\"Age\", \"AnnualIncome\", \"Housing\"]", "")]
    [InlineData("[?, 5]", ", Columns = [\"age\", \"annual_income\", \"Housing_Rent\", \"Housing_Own\", \"Housing_Mortgage\"]", "")]
    [InlineData("[?, 5]", ", Columns = [\"AnnualIncome\", \"Age\", \"Housing\"]", "TEX0306 Age: Feature 'LoanApplication.Age' stands where 'AnnualIncome' is column 0 of input 'X' of 'credit.onnx'; put the properties in the order AnnualIncome, Age, Housing, and the columns of each side by side")]
    [InlineData("[?, 2]", ", Unused = [nameof(LoanApplication.Housing)], Columns = [\"Age\", \"AnnualIncome\"]", "")]
    public void A_matrix_without_names_is_held_to_those_that_the_class_states(string shape, string arguments, string expected) =>
        Assert.Equal(expected, Findings($"credit.onnx\ninput X float {shape}\noutput variable float [?, 1]", arguments));

    [Theory]
    [InlineData(", Unused = [nameof(LoanApplication.Housing)]", "")]
    [InlineData("", "TEX0305 Housing: Feature 'LoanApplication.Housing' has no input in 'credit.onnx', which has 'age', 'annual_income'; rename the property to the input that it is for, or list it in Unused = [nameof(LoanApplication.Housing)] if the model does not look at it")]
    [InlineData(", Unused = [nameof(LoanApplication.Housing), \"Gender\"]", "TEX0313 [nameof(LoanApplication.Housing), \"Gender\"]: Model 'CreditModel' lists 'Gender' as unused, and 'LoanApplication' has no such feature; it has 'Age', 'AnnualIncome', 'Housing'")]
    public void What_the_model_does_not_look_at_is_listed(string arguments, string expected) =>
        Assert.Equal(expected, Findings(Credit.Model.ReplaceLineEndings("\n").Replace("input housing string [?, 1]: Rent, Own, Mortgage\n", ""), arguments));

    [Fact]
    public void An_output_of_more_scores_than_anybody_names_is_refused() => Assert.Equal(
        "TEX0311 \"credit.onnx\": Model 'CreditModel' in 'credit.onnx' has output 'probabilities' with 2147483647 scores, more than the 65536 that get names; state another Output",
        Findings(Credit.Model.Replace("[?, 2]: declined, approved", "[?, 2147483647]"), ""));

    [Theory]
    [InlineData("int? Age", "input age int64 [?, 1]", "TEX0308 int?: Feature 'R.Age' may be missing, and input 'age' of 'm.onnx' takes int64; make it a property that is always there")]
    [InlineData("int? Age", "input age int64 [?, 1]\ninput age_is_missing bool [?, 1]", "")]
    [InlineData("int? Age", "input age float [?, 1]", "")]
    [InlineData("int? Age", "input X float [?, 2]", "")]
    [InlineData("int? Age", "input X float [?, 1]", "")]
    [InlineData("[ArrayLength(3)] double[] Pulse, bool Old", "input pulse float [?, 3]\ninput old bool [?, 1]", "")]
    [InlineData("[ArrayLength(3)] double[] Pulse, bool Old", "input pulse float [?, 4]\ninput old bool [?, 1]", "TEX0307 Pulse: Feature 'R.Pulse' fills 3 columns, and input 'pulse' of 'm.onnx' takes 4; add, remove or encode features until both agree: Pulse[0] 1, Pulse[1] 1, Pulse[2] 1")]
    [InlineData("Home Home, int Age", "input home_zone float [?, 1]\ninput home_size float [?, 1]\ninput age float [?, 1]", "")]
    [InlineData("Home Home, int Age", "input home float [?, 2]\ninput age float [?, 1]", "")]
    [InlineData("Home Home, int Age", "input home_zone float [?, 1]\ninput age float [?, 1]", "TEX0305 Home: Feature 'R.Home' has no input in 'm.onnx', which has 'home_zone', 'age'; rename the property to the input that it is for, or mark 'Home.Size' [NotAFeature] if the model does not look at it")]
    [InlineData("Home Home, int Age", "input age float [?, 1]", "TEX0305 Home: Feature 'R.Home' has no input in 'm.onnx', which has 'age'; rename the property to the input that it is for, or list it in Unused = [nameof(R.Home)] if the model does not look at it")]
    [InlineData("int Age, [Text] string Review", "input age float [?, 1]", "TEX0305 Review: Feature 'R.Review' has no input in 'm.onnx', which has 'age'; rename the property to the input that it is for, or mark it [NotAFeature] if the model does not look at it")]
    [InlineData("int Age, [Image(8, 8)] System.ReadOnlyMemory<float> Picture", "input age float [?, 1]", "TEX0305 Picture: Feature 'R.Picture' has no input in 'm.onnx', which has 'age'; rename the property to the input that it is for, or mark it [NotAFeature] if the model does not look at it")]
    [InlineData("[Text] string Review", "input words string [?, 1]", "")]
    [InlineData("[Text] string Review", "input words float [?, 1]", "TEX0308 Review: Feature 'R.Review' is a text, and input 'words' of 'm.onnx' takes float; export the model with an input of string")]
    [InlineData("[Image(8, 8)] System.ReadOnlyMemory<float> Picture", "input x float [?, 1, 8, 8]", "")]
    [InlineData("[Image(8, 8)] System.ReadOnlyMemory<float> Picture", "input x float [?, 1, 9, 9]", "TEX0307 Picture: Feature 'R.Picture' fills 8 x 8 x 1 numbers, and input 'x' of 'm.onnx' takes 81; state the model's size in [Image]")]
    public void Follows_the_schema_language(string properties, string inputs, string expected)
    {
        string source = $"using TypedExplain;\n[FeatureRecord] public partial record R({properties});\n[FeatureRecord] public partial record Home(int Zone, double Size);\n[OnnxModel<R>(\"m.onnx\")] public partial class M;";
        using OnnxProject project = OnnxProject.With($"m.onnx\n{inputs}\noutput y float [?, 1]");

        Assert.Equal(expected, Described(project.Generate(source), source));
    }

    [Fact]
    public void A_right_record_compiles_a_wrong_one_does_not_and_neither_does_a_renamed_input()
    {
        using OnnxProject project = OnnxProject.With(Credit.Model);
        Assert.Equal(["TEX0308"], Errors(project.Generate(Credit.Record.Replace("int Age", "decimal Age"))));
        Generation right = project.Generate(Credit.Record);
        Assert.Empty(right.Diagnostics.Select(found => found.Id).Concat(right.Complaints));

        project.Replace(Credit.Model.Replace("age int64", "years int64"));
        Assert.Equal(["TEX0304", "TEX0305"], Errors(project.Generate(Credit.Record)));

        static IEnumerable<string> Errors(Generation generation) =>
            generation.Diagnostics.Concat(generation.Output.GetDiagnostics()).Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.Id);
    }

    private static string Findings(string model, string arguments)
    {
        string source = Credit.Record.Replace("(\"credit.onnx\")", $"(\"credit.onnx\"{arguments})");
        using OnnxProject project = OnnxProject.With(model);
        return Described(project.Generate(source), source);
    }

    private static string Described(Generation generation, string source) => string.Join('|', generation.Diagnostics
        .OrderBy(found => found.Id)
        .Select(found => $"{found.Id} {source.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length)}: {found.GetMessage()}"));
}
