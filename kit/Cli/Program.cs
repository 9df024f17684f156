using KataKit.Cli;

return await KataCommandLine.RunAsync(args, CliHost.OfProcess());
