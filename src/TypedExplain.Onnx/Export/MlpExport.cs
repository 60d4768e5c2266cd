using TypedExplain.Onnx.Files;
using TypedExplain.Onnx.Runtime;
using TypedExplain.Training;
using TypedExplain.Training.Models;
using TypedExplain.Training.Networks;

namespace TypedExplain.Onnx.Export;

/// <summary>Writes a perceptron: the way from columns to inputs, affine layers with leaky rectifiers, and what its outputs stand for.</summary>
internal static class MlpExport
{
    public static byte[] Write<T>(Mlp<T> model)
        where T : IFeatureRecord<T>
    {
        GraphWriter graph = new();
        OutputForm form = model.Form;
        int[] widths = [model.Map.Inputs, .. model.HiddenUnits, form.Width];
        string rows = graph.Input("columns", OnnxTensor.DoubleType, T.Schema.Columns);
        string value = new InputGraph<T>(graph, model.Map).Of(rows);
        ReadOnlySpan<float> parameters = model.Parameters;
        for (int layer = 0; layer + 1 < widths.Length; layer++)
        {
            int from = widths[layer], to = widths[layer + 1];
            string weights = graph.Singles(parameters[..(from * to)], from, to), biases = graph.Singles(parameters.Slice(from * to, to), to);
            parameters = parameters[((from + 1) * to)..];
            value = graph.Node("Gemm", [value, weights, biases]);
            if (layer + 2 < widths.Length)
                value = graph.Node("LeakyRelu", [value], Attributes.Single("alpha", (float)Mlp<T>.Slope));
        }

        string name = form.Kind == LossKind.Squared ? "prediction" : "probabilities";
        graph.Rename(Answer(graph, form, value), name);
        graph.Output(name, form.Kind == LossKind.Squared ? OnnxTensor.DoubleType : OnnxTensor.SingleType, model.Outputs.Length);
        return graph.ToArray(StoredWith.Of<T>(model.Outputs));
    }

    private static string Answer(GraphWriter graph, OutputForm form, string value)
    {
        switch (form.Kind)
        {
            case LossKind.Squared:
                string raw = graph.Node("Cast", [value], Attributes.Integer("to", OnnxTensor.DoubleType));
                return graph.Node("Add", [graph.Node("Mul", [raw, graph.Numbers([form.Deviation], 1)]), graph.Numbers([form.Mean], 1)]);
            case LossKind.Logistic:
                return graph.Node("Sigmoid", [graph.Node("Concat", [graph.Node("Neg", [value]), value], Attributes.Integer("axis", 1))]);
            default:
                return graph.Node("Softmax", [value], Attributes.Integer("axis", 1));
        }
    }
}
