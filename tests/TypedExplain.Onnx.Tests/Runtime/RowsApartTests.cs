using TypedExplain.Onnx.Export;
using TypedExplain.Onnx.Files;
using TypedExplain.Onnx.Tests.Support;

namespace TypedExplain.Onnx.Tests.Runtime;

/// <summary>A model whose answer to a row depends on the other rows is told when it is loaded.</summary>
public class RowsApartTests
{
    [Theory]
    [InlineData("ReduceMean")]
    [InlineData("ReduceMax")]
    public void WhatLooksAcrossRowsIsRefused(string operation)
    {
        GraphWriter graph = new();
        string x = graph.Input("x", OnnxTensor.SingleType, 2);
        string mean = graph.Node(operation, [x], Attributes.Integers("axes", [0]), Attributes.Integer("keepdims", 1));
        graph.Rename(graph.Node("ReduceMean", [graph.Node("Sub", [x, mean])], Attributes.Integers("axes", [1]), Attributes.Integer("keepdims", 1)), "y");
        graph.Output("y", OnnxTensor.SingleType, 1);

        string said = Assert.Throws<InvalidModelException>(() => OnnxModel<Two>.Load(graph.ToArray())).Message;
        Assert.Contains("depends on the other rows of the batch: y is 0 for a row by itself", said);
    }
}
