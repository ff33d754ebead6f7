using Kit.Notebooks.Running;

if (args is ["worker", var socket, var marker])
{
    return WorkerHost.Run(socket, marker);
}

Console.Error.WriteLine("This is the engine of ./kit run: the process in which the cells of one notebook run. Start it with ./kit run notebook.ipynb.");
return 2;
