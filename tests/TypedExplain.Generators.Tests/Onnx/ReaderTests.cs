using TypedExplain.Generators.Onnx.Reading;

namespace TypedExplain.Generators.Tests.Onnx;

/// <summary>What is read of a model, and how little of the file.</summary>
public class ReaderTests
{
    [Fact]
    public void Reads_inputs_outputs_classes_and_categories()
    {
        OnnxSignature model = OnnxReader.Read(new MemoryStream(OnnxText.Parse(Credit.Model).Bytes));

        Assert.Equal(["age", "annual_income", "housing"], model.Inputs.Select(input => input.Name));
        Assert.Equal([OnnxElement.Int64, OnnxElement.Float, OnnxElement.String], model.Inputs.Select(input => input.Element));
        Assert.Equal([-1L, 1L], model.Inputs[0].Dimensions);
        Assert.Equal(["Rent", "Own", "Mortgage"], model.Inputs[2].Names);
        Assert.Equal(["label", "probabilities"], model.Outputs.Select(output => output.Name));
        Assert.Empty(model.Outputs[0].Names);
        Assert.Equal(["declined", "approved"], model.Outputs[1].Names);
        Assert.Equal(["Age", "AnnualIncome", "Housing_Rent", "Housing_Own", "Housing_Mortgage"], OnnxReader.Read(new MemoryStream(OnnxText.Parse(Credit.Matrix).Bytes)).Columns);
    }

    [Fact]
    public void Equals_the_signature_of_the_same_model_and_no_other()
    {
        Assert.Equal(Read(Credit.Model), Read(Credit.Model));
        Assert.NotEqual(Read(Credit.Model), Read(Credit.Model.Replace("approved", "granted")));
        Assert.NotEqual(Read(Credit.Model), Read(Credit.Model.Replace("[?, 1]: Rent", "[?]: Rent")));

        static OnnxSignature Read(string model) => OnnxReader.Read(new MemoryStream(OnnxText.Parse(model).Bytes));
    }

    [Fact]
    public void Follows_classes_through_other_operations_and_categories_through_a_change_of_shape()
    {
        byte[] bytes = OnnxText.Model(["input x string [?, 1]", "output y float [?, 2]"], more: graph => graph
            .Message(1, node => node.Text(1, "x").Text(2, "flat").Text(4, "Reshape"))
            .Message(1, node => node.Text(1, "flat").Text(2, "codes").Text(4, "OneHotEncoder").Message(5, known => known.Text(9, "a").Text(9, "b").Text(1, "cats_strings")))
            .Message(1, node => node.Text(1, "codes").Text(2, "raw").Text(4, "TreeEnsembleClassifier").Message(5, labels => labels.Text(1, "classlabels_int64s").Content(8, [3, 9])))
            .Message(1, node => node.Text(1, "raw").Text(2, "y").Text(4, "Normalizer")));
        OnnxSignature model = OnnxReader.Read(new MemoryStream(bytes));

        Assert.Equal(["a", "b"], model.Inputs[0].Names);
        Assert.Equal(["3", "9"], model.Outputs[0].Names);
    }

    [Fact]
    public void Weights_that_are_listed_among_the_inputs_are_none()
    {
        byte[] bytes = OnnxText.Model(["input x float [?, 1]", "input w float [1, 1]", "output y float [?, 1]"], more: graph => graph
            .Message(5, weights => weights.Number(2, 1).Content(9, [0, 0, 0, 0]).Text(8, "w")));

        Assert.Equal("x", Assert.Single(OnnxReader.Read(new MemoryStream(bytes)).Inputs).Name);
    }

    [Fact]
    public void Reads_a_few_hundred_bytes_of_200_MB()
    {
        const long weights = 200L << 20;
        byte[] name = new OnnxWriter().Text(8, "w").Bytes, start = new OnnxWriter().Start(9, weights).Bytes;
        byte[] tensor = new OnnxWriter().Start(5, name.Length + start.Length + weights).Bytes;
        byte[] values = new OnnxWriter().Message(11, Value("x")).Message(12, Value("y")).Bytes;
        string path = Path.GetTempFileName();
        try
        {
            // Only the length of the weights is written; the file system keeps no bytes of them.
            using FileStream file = File.Create(path);
            file.Write(new OnnxWriter().Number(1, 8).Start(7, tensor.Length + name.Length + start.Length + weights + values.Length).Bytes);
            file.Write(tensor);
            file.Write(name);
            file.Write(start);
            file.Seek(weights, SeekOrigin.Current);
            file.Write(values);
            file.Write(new OnnxWriter().Message(8, operators => operators.Number(2, 17)).Bytes);
            CountingStream counted = new(file);

            OnnxSignature model = OnnxReader.Read(counted);

            Assert.Equal(("x", "y"), (model.Inputs[0].Name, model.Outputs[0].Name));
            Assert.InRange(file.Length, weights, weights + 1000);
            Assert.InRange(counted.Count, 1, 500);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Action<OnnxWriter> Value(string name) =>
        value => value.Text(1, name).Message(2, type => type.Message(1, tensor => tensor.Number(1, 1).Message(2, shape => shape.Message(1, size => size.Number(1, 4)))));
}
